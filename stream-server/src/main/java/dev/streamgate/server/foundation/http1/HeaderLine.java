package dev.streamgate.server.foundation.http1;

/// One header of an answer.
///
/// @param value what is sent, byte for byte in ISO 8859-1
public record HeaderLine(String name, String value) {
  private static final int DELETE = 127;

  /// @throws IllegalArgumentException if the value would end the line, or hold what no header may
  ///   (RFC 9110 §5.5)
  public HeaderLine {
    for (int at = 0; at < value.length(); at++) {
      char symbol = value.charAt(at);
      if ((symbol < ' ' && symbol != '\t') || symbol == DELETE) {
        throw new IllegalArgumentException("a control character in header " + name);
      }
    }
  }
}
