package dev.streamgate.server.foundation.http1;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The first line of a request (RFC 9112 §3).
///
/// @param target as it was sent; it begins with a slash
/// @param isOldVersion whether it is of HTTP/1.0
/// @param end where the next line begins
record RequestLine(String method, String target, boolean isOldVersion, int end) {
  private static final byte[] VERSION = " HTTP/1.".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION_AND_LINE_END = VERSION.length + 3;

  /// Empty if it is not to the letter of that form, or names its target in another way than by its
  /// path.
  static Optional<RequestLine> read(byte[] bytes, int start, int end) {
    int lineEnd = HeaderLines.endOfLine(bytes, start, end);
    int space = start;
    while (space < lineEnd && HeaderLines.isTokenSymbol(bytes[space])) {
      space++;
    }
    int targetEnd = lineEnd - VERSION_AND_LINE_END;
    if (space == start
        || targetEnd <= space
        || bytes[space] != ' '
        || bytes[space + 1] != '/'
        || !isTarget(bytes, space + 1, targetEnd)
        || !isVersion(bytes, targetEnd)) {
      return Optional.empty();
    }
    return Optional.of(
        new RequestLine(
            text(bytes, start, space),
            text(bytes, space + 1, targetEnd),
            bytes[targetEnd + VERSION.length] == '0',
            lineEnd));
  }

  /// Visible ASCII and no fragment (RFC 9112 §3.2, RFC 3986 §3.3).
  private static boolean isTarget(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] <= ' ' || bytes[at] == 127 || bytes[at] == '#') {
        return false;
      }
    }
    return true;
  }

  private static boolean isVersion(byte[] bytes, int from) {
    for (int at = 0; at < VERSION.length; at++) {
      if (bytes[from + at] != VERSION[at]) {
        return false;
      }
    }
    byte minor = bytes[from + VERSION.length];
    return (minor == '0' || minor == '1') && bytes[from + VERSION.length + 1] == '\r';
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
