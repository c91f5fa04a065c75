package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.MediaOrigin;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Collection;
import java.util.Set;

/// Lets the pages of configured origins load streams (API §1.4). Other origins get none of these
/// headers, which is how a browser refuses them.
final class CrossOrigin {
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
  private static final Header EXPOSED =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Length, Content-Range");
  private static final Header METHODS =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS");
  private static final Header HEADERS =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Range");
  private static final Header MAX_AGE =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");

  private final Set<String> allowed;
  private final MediaOrigin own;

  CrossOrigin(Collection<String> allowed, MediaOrigin own) {
    this.allowed = Set.copyOf(allowed);
    this.own = own;
  }

  /// Adds the headers of every answer.
  void allow(ServerRequest request, ServerResponse response) {
    response.header(VARY);
    if (isAllowed(request)) {
      response.header(EXPOSED);
      response.header(
          HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, request.headers().get(HeaderNames.ORIGIN).get());
    }
  }

  /// Adds what only the answer to a preflight needs.
  void allowAhead(ServerRequest request, ServerResponse response) {
    if (isAllowed(request)) {
      response.header(METHODS).header(HEADERS).header(MAX_AGE);
    }
  }

  private boolean isAllowed(ServerRequest request) {
    return request
        .headers()
        .value(HeaderNames.ORIGIN)
        .filter(origin -> allowed.contains(origin) || own.isOwnPage(request, origin))
        .isPresent();
  }
}
