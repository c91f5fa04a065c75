package dev.streamgate.console.qr;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A QR code in the window.
public final class QrPicture {
  private QrPicture() {}

  /// The picture, each square `scale` dots wide.
  public static Image of(QrCode code, int scale) {
    int side = code.size() * scale;
    WritableImage image = new WritableImage(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image
            .getPixelWriter()
            .setColor(x, y, code.isBlack(x / scale, y / scale) ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }
}
