package dev.streamgate.server.content.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Supplier;

/// Where a call of the content API may carry a playback token: `Authorization`, `?token=`, the
/// field `token` of the body, `X-Playback-Token` (API §3).
final class ShownToken {
  private static final HeaderName HEADER = HeaderNames.create("X-Playback-Token");
  private static final String BEARER = "Bearer ";

  private ShownToken() {}

  /// @param inBody asked only if it is needed
  static Optional<String> of(ServerRequest request, Supplier<Optional<String>> inBody) {
    return trimmed(bearer(request)).or(() -> besideAuthorization(request, inBody));
  }

  /// The same for a partner, whose `Authorization` is a sign-in.
  static Optional<String> besideAuthorization(
      ServerRequest request, Supplier<Optional<String>> inBody) {
    return trimmed(
        request
            .query()
            .first("token")
            .asOptional()
            .or(inBody)
            .or(() -> request.headers().value(HEADER)));
  }

  private static Optional<String> trimmed(Optional<String> token) {
    return token.map(String::strip).filter(it -> !it.isEmpty());
  }

  private static Optional<String> bearer(ServerRequest request) {
    return request
        .headers()
        .value(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()));
  }
}
