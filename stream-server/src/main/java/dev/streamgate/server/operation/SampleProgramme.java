package dev.streamgate.server.operation;

import dev.streamgate.model.events.AccessWindow;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventSchedule;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.server.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What the sample events are: one that begins in two hours, one that runs, and one that is over
/// and can still be watched. Their ids never change, so that loading them again replaces them.
enum SampleProgramme {
  UPCOMING(1, "Jazz in the Courtyard", 2, 4),
  RUNNING(2, "Summer Night Live", -1, 2),
  OVER(3, "Chamber Music, Last Night", -20, -18);

  private static final String ID = "5a3b1e00-0000-4000-8000-00000000000";

  private final int number;
  private final String title;
  private final Duration startsIn;
  private final Duration endsIn;

  SampleProgramme(int number, String title, int startsInHours, int endsInHours) {
    this.number = number;
    this.title = title;
    this.startsIn = Duration.ofHours(startsInHours);
    this.endsIn = Duration.ofHours(endsInHours);
  }

  /// How many tickets of each kind an event has.
  static final List<Kind> TICKETS =
      List.of(
          Kind.UNUSED,
          Kind.UNUSED,
          Kind.UNUSED,
          Kind.UNUSED,
          Kind.UNUSED,
          Kind.REDEEMED,
          Kind.REDEEMED,
          Kind.REDEEMED,
          Kind.REVOKED,
          Kind.EXPIRED);

  /// The state of a sample ticket.
  enum Kind {
    UNUSED,
    REDEEMED,
    REVOKED,
    EXPIRED
  }

  EventId id() {
    return new EventId(ID + number);
  }

  /// The event as it is when it is loaded now.
  Event at(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return new Event(
        id(),
        title,
        "A sample event. Loading the sample data again replaces it.",
        null,
        null,
        null,
        new EventSchedule(minute.plus(startsIn), minute.plus(endsIn)),
        AccessWindow.DEFAULT,
        true,
        false,
        null,
        false,
        false,
        TakeoverRule.NEVER,
        EventRequest.DEFAULT_TAKEOVERS,
        now,
        now);
  }
}
