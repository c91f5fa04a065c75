package dev.streamgate.server.playback.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// The playback token in the `Authorization` header (RFC 6750 §2.1).
final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  static Optional<String> of(ServerRequest request) {
    return request
        .headers()
        .value(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }
}
