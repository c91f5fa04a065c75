package dev.streamgate.console.api;

import dev.streamgate.console.api.HttpServerCalls.Reader;
import dev.streamgate.model.insight.DashboardResponse;

/// The numbers of the first screen over HTTP (API §4.5).
public final class HttpDashboardApi implements DashboardApi {
  private final HttpServerCalls calls;

  public HttpDashboardApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<DashboardResponse> dashboard() {
    return calls.get("/api/admin/dashboard", Reader.data(DashboardResponse.class));
  }
}
