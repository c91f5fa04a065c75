package dev.streamgate.console.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// An address as the squares of a QR code (ISO/IEC 18004), with the quiet zone around it.
public final class QrCode {
  private static final int QUIET = 4;
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  private final BitMatrix squares;

  private QrCode(BitMatrix squares) {
    this.squares = squares;
  }

  /// The code of a text.
  ///
  /// @throws IllegalArgumentException if the text is too long for a QR code
  public static QrCode of(String text) {
    try {
      return new QrCode(
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN,
                      QUIET,
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M)));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for this text", e);
    }
  }

  /// Squares along each side.
  public int size() {
    return squares.getWidth();
  }

  public boolean isBlack(int x, int y) {
    return squares.get(x, y);
  }

  /// The picture as PNG, each square `scale` dots wide.
  public byte[] png(int scale) {
    BufferedImage image =
        new BufferedImage(size() * scale, size() * scale, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, isBlack(x / scale, y / scale) ? BLACK : WHITE);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return out.toByteArray();
  }
}
