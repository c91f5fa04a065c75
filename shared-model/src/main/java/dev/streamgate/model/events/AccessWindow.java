package dev.streamgate.model.events;

import java.time.Duration;
import java.time.Instant;

/// How long after an event's end its tickets stay valid, in whole hours, 1–168 (Spec, rules §12).
public record AccessWindow(int hours) {
  public static final int MIN_HOURS = 1;
  public static final int MAX_HOURS = 168;
  public static final AccessWindow DEFAULT = new AccessWindow(48);

  public AccessWindow {
    if (!isValidAccessWindow(hours)) {
      throw new IllegalArgumentException("access window of " + hours + " hours");
    }
  }

  public static boolean isValidAccessWindow(int hours) {
    return hours >= MIN_HOURS && hours <= MAX_HOURS;
  }

  /// The last instant at which a ticket of an event ending at `endsAt` opens it.
  public Instant expiryAfter(Instant endsAt) {
    return endsAt.plus(Duration.ofHours(hours));
  }
}
