package dev.streamgate.server.media;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells names that mean the same to every program and file system from those that do not.
final class PathName {
  private static final int MAX_BYTES = 255;
  private static final String RESERVED = "cache";

  /// What a further decoding would turn into a dot or a separator, however often it was encoded.
  private static final Pattern DECODES_AGAIN =
      Pattern.compile("%(?:25)*(?:2e|2f|5c)", Pattern.CASE_INSENSITIVE);

  private PathName() {}

  /// Refuses empty names, separators, control characters, `:` (drives and streams of Windows),
  /// names ending in a dot or a space (Windows drops both; `.` and `..` are among them), and names
  /// longer than file systems hold.
  static boolean isSafe(String name) {
    return !name.isEmpty()
        && !holdsUnsafe(name)
        && !name.endsWith(".")
        && !name.endsWith(" ")
        && isShort(name)
        && (name.indexOf('%') < 0 || !DECODES_AGAIN.matcher(name).find());
  }

  /// Whether a folder of this name belongs to the server itself, on any disk.
  static boolean isReserved(String name) {
    return RESERVED.equalsIgnoreCase(name);
  }

  private static boolean holdsUnsafe(String name) {
    for (int index = 0; index < name.length(); index++) {
      if (isUnsafe(name.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  /// A character has three bytes at most; one that is made of two has four.
  private static boolean isShort(String name) {
    return name.length() * 3 <= MAX_BYTES
        || name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  private static boolean isUnsafe(char symbol) {
    return symbol == '/' || symbol == '\\' || symbol == ':' || Character.isISOControl(symbol);
  }
}
