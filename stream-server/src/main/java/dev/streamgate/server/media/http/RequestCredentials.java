package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the credentials of a request. The first kind that is there decides (Spec, media §2).
final class RequestCredentials {
  private static final String PARAMETER = "__token";
  private static final String TOKEN = "token";
  private static final String EXPIRES = "expires";
  private static final String SIGNATURE = "signature";
  private static final String TOKEN_MARKS = "._~+/-";
  private static final String COOKIE_PAIR = "sg_play=";

  private static final String BEARER = "bearer ";

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

  /// RFC 6750 §2.1; the scheme's name ignores case (RFC 9110 §11.1).
  private static Optional<Credential> bearer(String header) {
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    String token = header.substring(BEARER.length()).stripLeading();
    return isToken(token)
        ? Optional.of(new Credential.Token(Carrier.BEARER, token))
        : Optional.empty();
  }

  /// One symbol of its alphabet at least, and then only `=` at the end.
  private static boolean isToken(String token) {
    int end = token.length();
    while (end > 0 && token.charAt(end - 1) == '=') {
      end--;
    }
    for (int at = 0; at < end; at++) {
      if (!isTokenSymbol(token.charAt(at))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isTokenSymbol(char symbol) {
    return (symbol >= 'a' && symbol <= 'z')
        || (symbol >= 'A' && symbol <= 'Z')
        || (symbol >= '0' && symbol <= '9')
        || TOKEN_MARKS.indexOf(symbol) >= 0;
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
