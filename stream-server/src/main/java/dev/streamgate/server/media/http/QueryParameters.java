package dev.streamgate.server.media.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The parameters of a query, decoded when they are asked for.
record QueryParameters(String rawQuery) {

  static QueryParameters of(String rawQuery) {
    return new QueryParameters(rawQuery);
  }

  /// The value of the first parameter of a name, empty text if it has none. A parameter that cannot
  /// be decoded is not there.
  Optional<String> first(String name) {
    int start = 0;
    while (start < rawQuery.length()) {
      int end = endOf(start);
      int equals = rawQuery.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (isNamed(name, start, nameEnd)) {
        return decode(rawQuery.substring(Math.min(nameEnd + 1, end), end));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private int endOf(int start) {
    int end = rawQuery.indexOf('&', start);
    return end < 0 ? rawQuery.length() : end;
  }

  private boolean isNamed(String name, int start, int end) {
    if (end - start == name.length() && rawQuery.startsWith(name, start)) {
      return true;
    }
    String spelled = rawQuery.substring(start, end);
    return spelled.indexOf('%') >= 0 && decode(spelled).filter(name::equals).isPresent();
  }

  private static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
