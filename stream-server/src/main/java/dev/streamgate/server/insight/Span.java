package dev.streamgate.server.insight;

import java.time.Duration;

/// A length of time as people say it, in its largest sensible unit.
final class Span {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private Span() {}

  /// For example `12 min`; whole units, rounded down.
  static String of(Duration length) {
    if (length.compareTo(TWO_MINUTES) < 0) {
      return length.toSeconds() + " s";
    }
    if (length.compareTo(TWO_HOURS) < 0) {
      return length.toMinutes() + " min";
    }
    return length.compareTo(TWO_DAYS) < 0 ? length.toHours() + " h" : length.toDays() + " days";
  }
}
