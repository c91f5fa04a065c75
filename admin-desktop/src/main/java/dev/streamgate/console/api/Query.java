package dev.streamgate.console.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The query part of a path, built up value by value; blank values are left out.
final class Query {
  private final StringBuilder text;
  private char separator = '?';

  private Query(String path) {
    text = new StringBuilder(path);
  }

  static Query of(String path) {
    return new Query(path);
  }

  Query with(String name, Object value) {
    String written = value.toString();
    if (!written.isBlank()) {
      text.append(separator).append(name).append('=').append(encoded(written));
      separator = '&';
    }
    return this;
  }

  /// `text` percent-encoded, for a path segment, a query value or a header.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
