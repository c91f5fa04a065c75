package dev.streamgate.server.foundation.http1;

import java.nio.charset.StandardCharsets;

/// Targets that name the server as well, as they are sent to proxies: every server takes them (RFC
/// 9112 §3.2.2). The header Host says the same once more.
final class AbsoluteForm {
  private static final byte[][] SCHEMES = {ascii("http://"), ascii("https://")};

  private AbsoluteForm() {}

  /// Leaves the server's name out of a request line, by moving its method to the right.
  ///
  /// @return where the request begins now
  static int strip(byte[] bytes, int start, int end) {
    int target = endOfToken(bytes, start, end) + 1;
    for (byte[] scheme : SCHEMES) {
      if (startsWith(bytes, target, end, scheme)) {
        int path = target + scheme.length;
        while (path < end && isOfName(bytes[path])) {
          path++;
        }
        return path < end && bytes[path] == '/' ? move(bytes, start, target, path) : start;
      }
    }
    return start;
  }

  private static int move(byte[] bytes, int start, int target, int path) {
    int length = target - start;
    System.arraycopy(bytes, start, bytes, path - length, length);
    return path - length;
  }

  private static int endOfToken(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && HeaderLines.isTokenSymbol(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean startsWith(byte[] bytes, int from, int end, byte[] text) {
    if (end - from < text.length) {
      return false;
    }
    for (int at = 0; at < text.length; at++) {
      byte symbol = bytes[from + at];
      int lower = symbol >= 'A' && symbol <= 'Z' ? symbol + ('a' - 'A') : symbol;
      if (lower != text[at]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfName(byte symbol) {
    return symbol > ' ' && symbol != '/' && symbol != '?' && symbol != '#' && symbol != '@';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
