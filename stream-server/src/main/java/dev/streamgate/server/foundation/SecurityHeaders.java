package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.stream.Stream;

/// Adds the security headers that every answer carries (API §1.3).
public final class SecurityHeaders implements Filter {
  private static final List<HeaderLine> ALWAYS =
      List.of(
          new HeaderLine("X-Content-Type-Options", "nosniff"),
          new HeaderLine("X-Frame-Options", "DENY"),
          new HeaderLine("Referrer-Policy", "same-origin"));

  private static final List<HeaderLine> OVER_HTTPS =
      Stream.concat(
              ALWAYS.stream(),
              Stream.of(new HeaderLine("Strict-Transport-Security", "max-age=31536000")))
          .toList();

  private final RequestOrigins origins;

  public SecurityHeaders(RequestOrigins origins) {
    this.origins = origins;
  }

  /// The headers for the answer to a request.
  public List<HeaderLine> of(RequestHead request) {
    return origins.isHttps(request) ? OVER_HTTPS : ALWAYS;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    for (HeaderLine line : of(new RoutedHead(request))) {
      response.header(HeaderNames.create(line.name()), line.value());
    }
    chain.proceed();
  }
}
