package dev.streamgate.server.insight;

import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import dev.streamgate.model.insight.DashboardResponse.UpcomingEvent;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.List;

/// Counts what the dashboard shows. Archived events are hidden here as in every list; their tickets
/// and viewers count.
public interface DashboardNumbers {
  /// Events that are active and not archived.
  long activeEvents();

  /// All tickets by their state.
  TokenBreakdown tickets(Instant now);

  /// Sessions alive on tickets that are not revoked, of events that are active.
  long activeViewers(Instant now);

  /// The active events taking place now, with their viewers, the earliest first.
  List<LiveEvent> liveNow(Instant now);

  /// The next active events to begin, the earliest first.
  List<UpcomingEvent> upcoming(Instant now, int limit);
}
