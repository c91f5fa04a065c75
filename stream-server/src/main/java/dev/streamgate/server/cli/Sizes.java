package dev.streamgate.server.cli;

import java.util.Locale;

/// Numbers of bytes as people read them.
public final class Sizes {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
  private static final int STEP = 1000;

  private Sizes() {}

  /// For example `999 bytes` or `1.2 MB`, 1 kB being 1000 bytes.
  public static String text(long bytes) {
    if (bytes < STEP) {
      return bytes + " bytes";
    }
    double size = bytes;
    int unit = -1;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
