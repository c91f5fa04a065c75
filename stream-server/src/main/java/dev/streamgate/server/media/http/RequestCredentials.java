package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.Credential.Carrier;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the credential of a request. The first kind that is there decides (Spec, media §2).
final class RequestCredentials {
  private static final String PARAMETER = "__token";
  private static final String COOKIE = "sg_play";

  /// RFC 6750 §2.1; the scheme's name ignores case (RFC 9110 §11.1).
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final RequestOrigins origins;

  RequestCredentials(RequestOrigins origins) {
    this.origins = origins;
  }

  /// Empty if there is none. A header that is no bearer token counts as none, whatever else was
  /// sent with it.
  Optional<Credential> of(ServerRequest request) {
    if (request.headers().contains(HeaderNames.AUTHORIZATION)) {
      return bearer(request.headers().all(HeaderNames.AUTHORIZATION, List::of));
    }
    return inQuery(request).or(() -> inCookie(request));
  }

  private static Optional<Credential> bearer(List<String> headers) {
    return Optional.of(String.join(",", headers))
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(bearer -> new Credential(Carrier.BEARER, bearer.group(1)));
  }

  private static Optional<Credential> inQuery(ServerRequest request) {
    return request
        .query()
        .first(PARAMETER)
        .filter(token -> !token.isEmpty())
        .map(token -> new Credential(Carrier.QUERY, token));
  }

  /// The cookie is ours alone: a page of another origin shows a token of its own.
  private Optional<Credential> inCookie(ServerRequest request) {
    if (!origins.isSameOriginIfSent(request)) {
      return Optional.empty();
    }
    return request
        .headers()
        .cookies()
        .first(COOKIE)
        .filter(token -> !token.isEmpty())
        .map(token -> new Credential(Carrier.COOKIE, token));
  }
}
