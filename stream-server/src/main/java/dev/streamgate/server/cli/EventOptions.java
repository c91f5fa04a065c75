package dev.streamgate.server.cli;

import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.json.WireJson;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What verbs that make an event have in common.
final class EventOptions {
  private EventOptions() {}

  /// The request for an event of this title, at these times.
  static EventRequest request(
      String title, Instant starts, Instant ends, @Nullable Integer windowHours) {
    return new EventRequest(
        title,
        null,
        null,
        null,
        WireJson.instant(starts),
        WireJson.instant(ends),
        windowHours,
        null,
        null,
        null,
        null);
  }

  /// Reads an instant with its offset.
  static final class InstantReader implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String typed) {
      try {
        return WireJson.parseInstant(typed.strip());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no time such as 2026-12-24T20:00:00Z or 2026-12-24T20:00+01:00"
                .formatted(typed));
      }
    }
  }
}
