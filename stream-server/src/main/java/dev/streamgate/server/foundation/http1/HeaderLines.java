package dev.streamgate.server.foundation.http1;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Finds the header lines of a request (RFC 9112 §5).
final class HeaderLines {
  /// For each line: begin and end of the name, begin and end of the value.
  static final int POSITIONS = 4;

  private static final int LINE_END = 2;
  private static final int USUAL_LINES = 16;
  private static final BitSet TOKEN_SYMBOLS = tokenSymbols();

  private HeaderLines() {}

  /// The positions of all lines up to the empty one. Empty if one of them is not to the letter what
  /// a header is: a name, a colon without a blank before it, a value on the same line.
  static Optional<int[]> read(byte[] bytes, int start, int end) {
    int[] lines = new int[USUAL_LINES * POSITIONS];
    int used = 0;
    int at = start;
    while (bytes[at] != '\r') {
      if (used == lines.length) {
        lines = Arrays.copyOf(lines, used * 2);
      }
      int next = endOfLine(bytes, at, end);
      if (bytes[next - LINE_END] != '\r' || !readLine(bytes, at, next - LINE_END, lines, used)) {
        return Optional.empty();
      }
      used += POSITIONS;
      at = next;
    }
    return at == end - LINE_END ? Optional.of(Arrays.copyOf(lines, used)) : Optional.empty();
  }

  /// Where the next line begins; every line of a head has its end.
  static int endOfLine(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    throw new IllegalArgumentException("a head ends with an empty line");
  }

  /// RFC 9110 §5.6.2.
  static boolean isTokenSymbol(byte symbol) {
    return symbol > 0 && TOKEN_SYMBOLS.get(symbol);
  }

  private static boolean readLine(byte[] bytes, int from, int to, int[] lines, int index) {
    int colon = from;
    while (colon < to && isTokenSymbol(bytes[colon])) {
      colon++;
    }
    if (colon == from || colon == to || bytes[colon] != ':') {
      return false;
    }
    int valueStart = colon + 1;
    int valueEnd = to;
    while (valueStart < valueEnd && isBlank(bytes[valueStart])) {
      valueStart++;
    }
    while (valueEnd > valueStart && isBlank(bytes[valueEnd - 1])) {
      valueEnd--;
    }
    lines[index] = from;
    lines[index + 1] = colon;
    lines[index + 2] = valueStart;
    lines[index + 3] = valueEnd;
    return isText(bytes, valueStart, valueEnd);
  }

  private static boolean isText(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte symbol = bytes[at];
      if ((symbol >= 0 && symbol < ' ' && symbol != '\t') || symbol == 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte symbol) {
    return symbol == ' ' || symbol == '\t';
  }

  private static BitSet tokenSymbols() {
    BitSet symbols = new BitSet(128);
    symbols.set('0', '9' + 1);
    symbols.set('A', 'Z' + 1);
    symbols.set('a', 'z' + 1);
    "!#$%&'*+-.^_`|~".chars().forEach(symbols::set);
    return symbols;
  }
}
