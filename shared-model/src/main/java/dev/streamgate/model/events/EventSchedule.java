package dev.streamgate.model.events;

import java.time.Instant;

/// When an event begins and ends; the beginning lies before the end.
public record EventSchedule(Instant startsAt, Instant endsAt) {
  public EventSchedule {
    if (!isValidEventSchedule(startsAt, endsAt)) {
      throw new IllegalArgumentException("an event must start before it ends");
    }
  }

  public static boolean isValidEventSchedule(Instant startsAt, Instant endsAt) {
    return startsAt.isBefore(endsAt);
  }

  /// Whether `now` lies within the schedule, both ends included.
  public boolean isRunningAt(Instant now) {
    return !now.isBefore(startsAt) && !now.isAfter(endsAt);
  }
}
