package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventSchedule;
import dev.streamgate.model.events.EventStatus;
import java.time.Duration;
import java.time.Instant;

/// What viewers can expect of an event, from its schedule and its stream (Spec, rules §7).
final class EventStatusRule {
  /// How long before the start a stream counts as the programme, and no longer as a sound check.
  static final Duration LEAD = Duration.ofMinutes(15);

  private EventStatusRule() {}

  static EventStatus statusOf(EventSchedule schedule, StreamState stream, Instant now) {
    if (stream.isFreshAt(now) && !now.isBefore(schedule.startsAt().minus(LEAD))) {
      return EventStatus.LIVE;
    }
    if (now.isBefore(schedule.startsAt())) {
      return EventStatus.NOT_STARTED;
    }
    if (stream.isRecording()) {
      return EventStatus.RECORDING;
    }
    return schedule.isRunningAt(now) ? EventStatus.LIVE : EventStatus.ENDED;
  }
}
