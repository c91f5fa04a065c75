package dev.streamgate.model.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers of the staff's first screen (API §4.5).
///
/// @param warnings what the operator should know of, as sentences; absent if there is nothing
public record DashboardResponse(
    long activeEvents,
    long totalTokens,
    TokenBreakdown tokenBreakdown,
    long activeViewers,
    List<LiveEvent> liveNow,
    List<UpcomingEvent> upcomingEvents,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> warnings) {
  public DashboardResponse {
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }

  /// Numbers without a warning.
  public DashboardResponse(
      long activeEvents,
      long totalTokens,
      TokenBreakdown tokenBreakdown,
      long activeViewers,
      List<LiveEvent> liveNow,
      List<UpcomingEvent> upcomingEvents) {
    this(
        activeEvents,
        totalTokens,
        tokenBreakdown,
        activeViewers,
        liveNow,
        upcomingEvents,
        List.of());
  }

  /// An event running now, and how many watch it.
  public record LiveEvent(String id, String title, long viewers) {}

  /// One of the next five events.
  public record UpcomingEvent(String id, String title, Instant startsAt, long tokenCount) {}
}
