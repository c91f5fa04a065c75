package dev.streamgate.server.foundation.http1;

import java.nio.charset.StandardCharsets;

/// One header of an answer, in the bytes in which it is sent.
public final class HeaderLine {
  private static final int DELETE = 127;

  private final String name;
  private final String value;
  private final byte[] line;

  /// @param value what is sent, in ISO 8859-1
  /// @throws IllegalArgumentException if the value would end the line, or hold what no header may
  ///   (RFC 9110 §5.5)
  public HeaderLine(String name, String value) {
    this.name = name;
    this.value = value;
    this.line = (name + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    for (int at = name.length(); at < line.length - 2; at++) {
      if ((line[at] >= 0 && line[at] < ' ' && line[at] != '\t') || line[at] == DELETE) {
        throw new IllegalArgumentException("a control character in header " + name);
      }
    }
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }

  /// The whole line with its end.
  byte[] bytes() {
    return line;
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
