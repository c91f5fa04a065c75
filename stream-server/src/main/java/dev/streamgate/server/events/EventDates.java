package dev.streamgate.server.events;

import dev.streamgate.model.json.WireJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Dates that staff sent.
final class EventDates {
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private EventDates() {}

  /// Any ISO-8601 instant with an offset, of a year both databases can keep, to the millisecond.
  static Optional<Instant> read(String sent) {
    try {
      return Optional.of(WireJson.parseInstant(sent.strip()).truncatedTo(ChronoUnit.MILLIS))
          .filter(it -> it.isAfter(Instant.EPOCH) && it.isBefore(LATEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
