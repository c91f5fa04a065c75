package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the credentials of a request. The first kind that is there decides (Spec, media §2).
final class RequestCredentials {
  private static final String PARAMETER = "__token";
  private static final String TOKEN = "token";
  private static final String EXPIRES = "expires";
  private static final String SIGNATURE = "signature";
  private static final String COOKIE_PAIR = "sg_play=";

  /// RFC 6750 §2.1; the scheme's name ignores case (RFC 9110 §11.1).
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final RequestOrigins origins;

  RequestCredentials(RequestOrigins origins) {
    this.origins = origins;
  }

  /// The credentials to be tried, in order; none if there is none. A header that is no bearer token
  /// counts as none, whatever else was sent with it; a cookie may be old, and is set aside for an
  /// address that is signed.
  List<Credential> of(RequestHead request, MediaTarget target) {
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isPresent()) {
      return listOf(bearer(authorization.get()));
    }
    QueryParameters parameters = QueryParameters.of(request.rawQuery());
    Optional<Credential> query = inQuery(parameters);
    if (query.isPresent()) {
      return listOf(query);
    }
    Optional<Credential> cookie = inCookie(request);
    Optional<Credential> signed = signedAddress(parameters).or(() -> directory(target));
    return cookie.isPresent() && signed.isPresent()
        ? List.of(cookie.get(), signed.get())
        : listOf(cookie.or(() -> signed));
  }

  private static List<Credential> listOf(Optional<Credential> credential) {
    return credential.isPresent() ? List.of(credential.get()) : List.of();
  }

  private static Optional<Credential> bearer(String header) {
    return Optional.of(header)
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(bearer -> new Credential.Token(Carrier.BEARER, bearer.group(1)));
  }

  private static Optional<Credential> inQuery(QueryParameters parameters) {
    return parameters
        .first(PARAMETER)
        .filter(token -> !token.isEmpty())
        .map(token -> new Credential.Token(Carrier.QUERY, token));
  }

  /// All three parameters together; fewer of them are something else.
  private static Optional<Credential> signedAddress(QueryParameters parameters) {
    return parameters
        .first(SIGNATURE)
        .flatMap(signature ->
            parameters
                .first(TOKEN)
                .flatMap(token ->
                    parameters
                        .first(EXPIRES)
                        .map(expires -> new Credential.SignedAddress(token, expires, signature))));
  }

  private static Optional<Credential> directory(MediaTarget target) {
    return target.directory().map(Credential.Directory::new);
  }

  /// The cookie is ours alone: a page of another origin shows a token of its own.
  private Optional<Credential> inCookie(RequestHead request) {
    if (!origins.isSameOriginIfSent(request)) {
      return Optional.empty();
    }
    return request.headers("Cookie").stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(COOKIE_PAIR))
        .map(pair -> pair.substring(COOKIE_PAIR.length()))
        .findFirst()
        .filter(token -> !token.isEmpty())
        .map(token -> new Credential.Token(Carrier.COOKIE, token));
  }
}
