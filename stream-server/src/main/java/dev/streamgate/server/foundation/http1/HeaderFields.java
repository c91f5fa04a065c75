package dev.streamgate.server.foundation.http1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The headers of a request in the bytes they came in, looked for without making texts of those
/// that nobody asks for.
final class HeaderFields {
  private final byte[] bytes;

  /// Four positions for each header: those of its name and of its value.
  private final int[] lines;

  private HeaderFields(byte[] bytes, int[] lines) {
    this.bytes = bytes;
    this.lines = lines;
  }

  /// Empty if one of the lines is not to the letter what a header is.
  ///
  /// @param end behind the empty line
  static Optional<HeaderFields> read(byte[] bytes, int start, int end) {
    return HeaderLines.read(bytes, start, end).map(lines -> new HeaderFields(bytes, lines));
  }

  /// Their values, in the order they came.
  List<String> all(String name) {
    List<String> found = List.of();
    for (int line = 0; line < lines.length; line += HeaderLines.POSITIONS) {
      if (isNamed(line, name)) {
        found = found.isEmpty() ? new ArrayList<>(1) : found;
        found.add(text(lines[line + 2], lines[line + 3]));
      }
    }
    return found;
  }

  /// The value; several are one list, as {@link RequestHead#header} says.
  Optional<String> one(String name) {
    int found = -1;
    for (int line = 0; line < lines.length; line += HeaderLines.POSITIONS) {
      if (isNamed(line, name)) {
        if (found >= 0) {
          return Optional.of(String.join(",", all(name)));
        }
        found = line;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(text(lines[found + 2], lines[found + 3]));
  }

  int count(String name) {
    int count = 0;
    for (int line = 0; line < lines.length; line += HeaderLines.POSITIONS) {
      count += isNamed(line, name) ? 1 : 0;
    }
    return count;
  }

  /// Whether a list of words contains one.
  boolean hasOption(String name, String option) {
    return all(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .anyMatch(it -> it.strip().equalsIgnoreCase(option));
  }

  private boolean isNamed(int line, String name) {
    int start = lines[line];
    if (lines[line + 1] - start != name.length()) {
      return false;
    }
    for (int at = 0; at < name.length(); at++) {
      if (lowerCase(bytes[start + at]) != lowerCase((byte) name.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static int lowerCase(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
