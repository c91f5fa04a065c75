package dev.streamgate.server.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Decodes one segment of a URI path (RFC 3986 §2.1), once and strictly, and encodes it again.
final class PercentEncoding {
  private static final int ESCAPE_LENGTH = 3;
  private static final int HEX = 16;
  private static final HexFormat OCTETS = HexFormat.of().withUpperCase();
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private PercentEncoding() {}

  /// Empty if an escape is broken, if something stands there that a path cannot contain, or if the
  /// bytes are not UTF-8 (which includes overlong spellings of a separator).
  static Optional<String> decode(String segment) {
    return isLiteral(segment) ? Optional.of(segment) : unescape(segment);
  }

  /// What nearly every name is, and needs no copy.
  private static boolean isLiteral(String segment) {
    for (int index = 0; index < segment.length(); index++) {
      char symbol = segment.charAt(index);
      if (symbol == '%' || literal(symbol) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> unescape(String segment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
    int position = 0;
    while (position < segment.length()) {
      boolean escaped = segment.charAt(position) == '%';
      int octet = escaped ? escapeAt(segment, position) : literal(segment.charAt(position));
      if (octet < 0) {
        return Optional.empty();
      }
      bytes.write(octet);
      position += escaped ? ESCAPE_LENGTH : 1;
    }
    return utf8(bytes.toByteArray());
  }

  /// Escapes all but the unreserved characters (RFC 3986 §2.3).
  static String encode(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      append(octet, UNRESERVED.indexOf(octet) >= 0, encoded);
    }
    return encoded.toString();
  }

  /// Escapes what may stand in a playlist but not on the wire, as a player does before it asks.
  ///
  /// @param segment one character per byte
  static String escapeLiterals(String segment) {
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < segment.length(); index++) {
      char symbol = segment.charAt(index);
      append((byte) symbol, symbol == '%' || literal(symbol) >= 0, escaped);
    }
    return escaped.toString();
  }

  private static void append(byte octet, boolean plain, StringBuilder out) {
    if (plain) {
      out.append((char) octet);
    } else {
      out.append('%').append(OCTETS.toHexDigits(octet));
    }
  }

  private static int escapeAt(String segment, int position) {
    if (position + ESCAPE_LENGTH > segment.length()) {
      return -1;
    }
    int high = Character.digit(segment.charAt(position + 1), HEX);
    int low = Character.digit(segment.charAt(position + 2), HEX);
    boolean ascii = segment.charAt(position + 1) < 128 && segment.charAt(position + 2) < 128;
    return ascii && high >= 0 && low >= 0 ? high * HEX + low : -1;
  }

  /// Query and fragment begin outside a path, and everything beyond ASCII comes escaped.
  private static int literal(char symbol) {
    return symbol > ' ' && symbol < 127 && symbol != '?' && symbol != '#' ? symbol : -1;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
