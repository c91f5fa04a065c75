package dev.streamgate.console.api;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Requests and answers as text for support. The sign-in and cookies are left out.
final class Exchanges {
  private static final Set<String> SECRET = Set.of("authorization", "cookie", "set-cookie");

  private Exchanges() {}

  static String text(HttpResponse<?> answer) {
    HttpRequest request = answer.request();
    return "%s %s%n%s%nHTTP %d%n%s"
        .formatted(
            request.method(),
            request.uri().getPath(),
            lines(request.headers()),
            answer.statusCode(),
            lines(answer.headers()));
  }

  private static String lines(HttpHeaders headers) {
    return headers.map().entrySet().stream()
        .filter(header -> !SECRET.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
