package dev.streamgate.server.insight;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.playback.EventStatuses;
import java.time.InstantSource;

/// The events that take place and have nothing to show: no playlist, or a live one that has not
/// changed for a minute. A recording that is all there may stand still.
public final class SilentStreams {
  private final DashboardNumbers numbers;
  private final EventStatuses statuses;
  private final InstantSource clock;

  public SilentStreams(DashboardNumbers numbers, EventStatuses statuses, InstantSource clock) {
    this.numbers = numbers;
    this.statuses = statuses;
    this.clock = clock;
  }

  /// How many there are, by looks that were sent out by the last call.
  public long count() {
    return numbers.liveNow(clock.instant()).stream()
        .filter(event -> statuses.isSilent(new EventId(event.id())))
        .count();
  }
}
