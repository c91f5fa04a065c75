package dev.streamgate.packaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// The sign of StreamGate, two gateposts and a stream between them, in the form each system wants.
/// The portal's `icon.svg` is the same drawing.
final class Icon {
  private static final Color BLUE = new Color(0x2563EB);
  private static final double GRID = 32;
  private static final int LARGE = 512;
  private static final int WINDOWS = 256;
  private static final int ICO_HEADER = 22;
  private static final int ICNS_HEADER = 16;

  private Icon() {}

  /// In the form that jpackage wants on this system.
  static Path draw(Platform platform, Path folder) throws IOException {
    return switch (platform) {
      case LINUX -> Files.write(folder.resolve("streamgate.png"), png(LARGE));
      case WINDOWS -> Files.write(folder.resolve("streamgate.ico"), ico(png(WINDOWS)));
      case MAC -> Files.write(folder.resolve("streamgate.icns"), icns(png(LARGE)));
    };
  }

  static byte[] png(int size) throws IOException {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(size / GRID, size / GRID);
    draw(pen);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private static void draw(Graphics2D pen) {
    pen.setColor(BLUE);
    pen.fill(new RoundRectangle2D.Double(0, 0, GRID, GRID, 16, 16));
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new Line2D.Double(8, 9, 8, 23));
    pen.draw(new Line2D.Double(24, 9, 24, 23));
    Path2D stream = new Path2D.Double();
    stream.moveTo(13, 11.5);
    stream.lineTo(13, 20.5);
    stream.lineTo(20.5, 16);
    stream.closePath();
    pen.fill(stream);
  }

  /// One picture in a Windows icon; a width of 0 means 256.
  private static byte[] ico(byte[] png) {
    ByteBuffer file = ByteBuffer.allocate(ICO_HEADER + png.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    file.put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    file.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(ICO_HEADER);
    return file.put(png).array();
  }

  /// One picture of 512 pixels in an icon of macOS.
  private static byte[] icns(byte[] png) {
    ByteBuffer file = ByteBuffer.allocate(ICNS_HEADER + png.length);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(ICNS_HEADER + png.length);
    file.put("ic09".getBytes(StandardCharsets.US_ASCII)).putInt(png.length + 8);
    return file.put(png).array();
  }
}
