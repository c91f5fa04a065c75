package dev.streamgate.server.insight;

import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The staff's first screen: how many events, tickets and viewers, and what comes next.
/// Thread-safe.
public final class Dashboard {
  private static final int UPCOMING = 5;

  private final DashboardNumbers numbers;
  private final Supplier<List<String>> warnings;
  private final InstantSource clock;

  /// @param warnings what the operator should know of
  public Dashboard(DashboardNumbers numbers, Supplier<List<String>> warnings, InstantSource clock) {
    this.numbers = numbers;
    this.warnings = warnings;
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
        numbers.upcoming(now, UPCOMING),
        warnings.get());
  }
}
