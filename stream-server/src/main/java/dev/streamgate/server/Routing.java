package dev.streamgate.server;

import dev.streamgate.server.foundation.DirectFilters;
import dev.streamgate.server.foundation.HttpsOnly;
import dev.streamgate.server.foundation.Partners;
import dev.streamgate.server.foundation.ProblemResponses;
import dev.streamgate.server.foundation.RequestMetrics;
import dev.streamgate.server.foundation.RouteGate;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.SecurityHeaders;
import dev.streamgate.server.foundation.StaffIdentity;
import dev.streamgate.server.foundation.http1.DirectHandler;
import io.helidon.webserver.http.HttpRouting;
import java.util.Optional;

/// What stands around the routes of every port: headers, gate and errors.
final class Routing {
  private final Core core;
  private final RouteGate gate;
  private final Optional<MediaWiring> media;

  /// @param identity tells who is staff; nobody is on an edge
  Routing(Core core, StaffIdentity identity, Optional<MediaWiring> media) {
    this.core = core;
    this.gate =
        new RouteGate(
            identity,
            core.internalKey,
            core.commandSecret,
            new Partners(identity, core.partnerKeys, core.origins),
            core.origins);
    this.media = media;
  }

  /// What answers media, on every port and past the routes.
  DirectHandler direct() {
    return new DirectFilters(
        media.map(MediaWiring::handler).orElse(DirectHandler.NONE),
        new SecurityHeaders(core.origins),
        core.config.listener().requireHttps()
            ? Optional.of(new HttpsOnly(core.origins))
            : Optional.empty());
  }

  /// The routing of one port: these routes, and nothing else.
  HttpRouting.Builder of(RouteTable routes) {
    HttpRouting.Builder routing = HttpRouting.builder();
    routing.addFilter(new RequestMetrics(core.metrics));
    routing.addFilter(new SecurityHeaders(core.origins));
    if (core.config.listener().requireHttps()) {
      routing.addFilter(new HttpsOnly(core.origins));
    }
    routes.applyTo(routing, gate);
    routing.any(gate::refusePath);
    ProblemResponses.applyTo(routing);
    return routing;
  }
}
