package dev.streamgate.server.insight.http;

import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.insight.Dashboard;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// The dashboard's numbers (API §4.5).
public final class DashboardRoutes {
  private final Dashboard dashboard;

  public DashboardRoutes(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  public void register(RouteTable routes) {
    routes.get("/api/admin/dashboard", Access.MANAGERS, this::show);
  }

  private void show(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(request, response, dashboard.now());
  }
}
