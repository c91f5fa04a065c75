package dev.streamgate.server.foundation;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Adds the security headers that every answer carries (API §1.3).
public final class SecurityHeaders implements Filter {
  private static final Header NO_SNIFFING =
      HeaderValues.createCached("X-Content-Type-Options", "nosniff");
  private static final Header NO_FRAMES = HeaderValues.createCached("X-Frame-Options", "DENY");
  private static final Header REFERRER =
      HeaderValues.createCached("Referrer-Policy", "same-origin");
  private static final HeaderName HSTS = HeaderNames.create("Strict-Transport-Security");
  private static final Header HTTPS_ONLY = HeaderValues.createCached(HSTS, "max-age=31536000");

  private final RequestOrigins origins;

  public SecurityHeaders(RequestOrigins origins) {
    this.origins = origins;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    response.header(NO_SNIFFING).header(NO_FRAMES).header(REFERRER);
    if (origins.isHttps(request)) {
      response.header(HTTPS_ONLY);
    }
    chain.proceed();
  }
}
