package dev.streamgate.server.insight;

import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.time.InstantSource;

/// The staff's first screen: how many events, tickets and viewers, and what comes next.
/// Thread-safe.
public final class Dashboard {
  private static final int UPCOMING = 5;

  private final DashboardNumbers numbers;
  private final InstantSource clock;

  public Dashboard(DashboardNumbers numbers, InstantSource clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  public DashboardResponse now() {
    Instant now = clock.instant();
    TokenBreakdown tickets = numbers.tickets(now);
    return new DashboardResponse(
        numbers.activeEvents(),
        tickets.total(),
        tickets,
        numbers.activeViewers(now),
        numbers.liveNow(now),
        numbers.upcoming(now, UPCOMING));
  }
}
