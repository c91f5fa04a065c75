package dev.streamgate.model.insight;

import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.List;

/// The numbers of the staff's first screen (API §4.5).
public record DashboardResponse(
    long activeEvents,
    long totalTokens,
    TokenBreakdown tokenBreakdown,
    long activeViewers,
    List<LiveEvent> liveNow,
    List<UpcomingEvent> upcomingEvents) {

  /// An event running now, and how many watch it.
  public record LiveEvent(String id, String title, long viewers) {}

  /// One of the next five events.
  public record UpcomingEvent(String id, String title, Instant startsAt, long tokenCount) {}
}
