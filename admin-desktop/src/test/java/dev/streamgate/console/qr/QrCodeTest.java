package dev.streamgate.console.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  @Test
  void aPictureReadsBackAsItsText() throws Exception {
    String link = "http://192.168.178.40:8080/#code=7K3M9QWX0014";
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(link).png(4)));
    int[] dots =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    BinaryBitmap bitmap =
        new BinaryBitmap(
            new HybridBinarizer(
                new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots)));
    assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(link);
  }
}
