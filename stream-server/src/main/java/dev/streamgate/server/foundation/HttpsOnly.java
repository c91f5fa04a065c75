package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;

/// Sends other machines that come by plain HTTP to HTTPS if they want a page, and refuses whatever
/// else they want (Spec, product §7, `REQUIRE_HTTPS`). This machine itself may go on.
public final class HttpsOnly implements Filter {
  /// What whoever wants no page is told.
  public static final String REFUSAL = "HTTPS required";

  private static final String EMBEDDED = "/embed/";

  private final RequestOrigins origins;

  public HttpsOnly(RequestOrigins origins) {
    this.origins = origins;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (!concerns(new RoutedHead(request))) {
      chain.proceed();
    } else if (isPage(request)) {
      response
          .status(Status.PERMANENT_REDIRECT_308)
          .header(HeaderNames.LOCATION, secured(request))
          .send();
    } else {
      throw Problem.forbidden(REFUSAL);
    }
  }

  /// Whether a request must not be answered the way it came.
  public boolean concerns(RequestHead request) {
    return !origins.isHttps(request) && !origins.isDirectNeighbour(request);
  }

  private static boolean isPage(ServerRequest request) {
    Method method = request.prologue().method();
    String path = request.path().path();
    return (method.equals(Method.GET) || method.equals(Method.HEAD))
        && (path.equals("/") || path.equals("/index.html") || path.startsWith(EMBEDDED));
  }

  /// The same address by HTTPS, on its usual port unless the operator named another.
  private String secured(ServerRequest request) {
    WebOrigin origin = WebOrigin.of(origins.origin(request));
    String authority = origin.isHttps() ? origin.authority() : origin.host();
    String query = request.query().isEmpty() ? "" : "?" + request.query().rawValue();
    return "https://" + authority + request.prologue().uriPath().rawPath() + query;
  }
}
