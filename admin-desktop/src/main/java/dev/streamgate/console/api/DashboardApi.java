package dev.streamgate.console.api;

import dev.streamgate.model.insight.DashboardResponse;

/// The numbers of the first screen.
public interface DashboardApi {
  Answer<DashboardResponse> dashboard();
}
