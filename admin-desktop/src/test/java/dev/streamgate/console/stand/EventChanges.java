package dev.streamgate.console.stand;

import dev.streamgate.console.api.EventsApi.StateChange;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event after a change, as the fake server makes it.
final class EventChanges {
  private EventChanges() {}

  static EventResponse with(EventResponse event, EventRequest change) {
    return new EventResponse(
        event.id(),
        Objects.requireNonNullElse(change.title(), event.title()),
        orKept(change.description(), event.description()),
        blankToNull(orKept(change.streamUrl(), event.streamUrl())),
        null,
        orKept(change.posterUrl(), event.posterUrl()),
        instant(change.startsAt(), event.startsAt()),
        instant(change.endsAt(), event.endsAt()),
        Objects.requireNonNullElse(change.accessWindowHours(), event.accessWindowHours()),
        event.isActive(),
        event.isArchived(),
        event.deactivatedAt(),
        Objects.requireNonNullElse(change.previewEnabled(), event.previewEnabled()),
        Objects.requireNonNullElse(change.watermark(), event.watermark()),
        Objects.requireNonNullElse(change.takeover(), event.takeover()),
        Objects.requireNonNullElse(change.maxTakeovers(), event.maxTakeovers()),
        event.source(),
        event.createdAt(),
        Samples.NOW,
        event.tokenCount(),
        null,
        null,
        null,
        null);
  }

  static EventResponse after(EventResponse event, StateChange change) {
    return switch (change) {
      case DEACTIVATE -> in(event, false, event.isArchived());
      case REACTIVATE -> in(event, true, event.isArchived());
      case ARCHIVE -> in(event, event.isActive(), true);
      case UNARCHIVE -> in(event, event.isActive(), false);
    };
  }

  static EventResponse detailed(EventResponse event, FakeServer server) {
    TokenBreakdown breakdown = FakeDashboard.breakdown(server);
    return copy(event, event.isActive(), event.isArchived(), breakdown.total(), breakdown);
  }

  private static EventResponse in(EventResponse event, boolean active, boolean archived) {
    return copy(event, active, archived, event.tokenCount(), null);
  }

  private static EventResponse copy(
      EventResponse of,
      boolean active,
      boolean archived,
      long tickets,
      @Nullable TokenBreakdown breakdown) {
    return new EventResponse(
        of.id(),
        of.title(),
        of.description(),
        of.streamUrl(),
        of.streamFolder(),
        of.posterUrl(),
        of.startsAt(),
        of.endsAt(),
        of.accessWindowHours(),
        active,
        archived,
        active ? null : Samples.NOW,
        of.previewEnabled(),
        of.watermark(),
        of.takeover(),
        of.maxTakeovers(),
        of.source(),
        of.createdAt(),
        of.updatedAt(),
        tickets,
        breakdown,
        null,
        null,
        null);
  }

  /// What is absent stays as it was.
  private static @Nullable String orKept(@Nullable String sent, @Nullable String before) {
    return sent == null ? before : sent;
  }

  /// As the server reads it: a blank source is the event's own folder.
  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Instant instant(@Nullable String text, Instant otherwise) {
    return Optional.ofNullable(text).map(WireJson::parseInstant).orElse(otherwise);
  }
}
