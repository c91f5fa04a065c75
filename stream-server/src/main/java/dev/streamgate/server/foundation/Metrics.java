package dev.streamgate.server.foundation;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/// The server's figures for Prometheus (API §6). Names begin with `streamgate_`; no label holds a
/// code, token or address.
public final class Metrics {
  private static final Header CONTENT_TYPE =
      HeaderValues.createCached(
          HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /// Where features register their meters.
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  public void register(RouteTable routes) {
    routes.get("/metrics", Access.OPERATORS, this::scrape);
  }

  private void scrape(ServerRequest request, ServerResponse response) {
    response.header(CONTENT_TYPE);
    Body.send(request, response, registry.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
