package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.events.EventForm.Reading.Filled;
import dev.streamgate.server.events.EventForm.Reading.Flawed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/// Creates events and changes what staff may edit of them. Thread-safe.
public final class EventEditor {
  private final EventStore events;
  private final EventTickets tickets;
  private final Changes changes;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final NewEvents place;

  public EventEditor(
      EventStore events,
      EventTickets tickets,
      Changes changes,
      AuditTrail audit,
      InstantSource clock,
      NewEvents place) {
    this.events = events;
    this.tickets = tickets;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    this.place = place;
  }

  /// What new events are given, and where their video may be.
  ///
  /// @param ids makes the id of a new event
  /// @param upstreamOrigin the server whose folders are known by their names, without a slash at
  ///   its end
  public record NewEvents(Supplier<EventId> ids, Optional<String> upstreamOrigin) {}

  public EditOutcome create(EventRequest sent, Requester by) {
    return switch (new EventForm(sent, Optional.empty(), place.upstreamOrigin())
        .read(place.ids().get(), now())) {
      case Flawed(EventProblem problem) -> new EditOutcome.Refused(problem);
      case Filled(Event event) -> changes.commit(recorder -> insert(event, by)).result();
    };
  }

  /// Changes the fields that were sent. If with them the end of access moves, it moves for all the
  /// event's tickets.
  public EditOutcome update(EventId id, EventRequest sent, Requester by) {
    return changes.commit(recorder -> updateHeld(id, sent, by)).result();
  }

  private EditOutcome insert(Event event, Requester by) {
    events.insert(event);
    audit.record(
        AuditEntry.of(AuditAction.EVENT_CREATED, by)
            .event(event.id().value())
            .detail(event.title()));
    return new EditOutcome.Saved(event);
  }

  private EditOutcome updateHeld(EventId id, EventRequest sent, Requester by) {
    if (!events.hold(id)) {
      return new EditOutcome.Unknown();
    }
    Event before = events.find(id).orElseThrow();
    return switch (new EventForm(sent, Optional.of(before), place.upstreamOrigin())
        .read(id, now())) {
      case Flawed(EventProblem problem) -> new EditOutcome.Refused(problem);
      case Filled(Event after) -> replace(before, after, by);
    };
  }

  private EditOutcome replace(Event before, Event after, Requester by) {
    events.update(after);
    boolean moved = !after.ticketsExpireAt().equals(before.ticketsExpireAt());
    int recomputed = moved ? tickets.moveExpiry(after.id(), after.ticketsExpireAt()) : 0;
    String fields = String.join(", ", EventDifference.fields(before, after));
    audit.record(
        AuditEntry.of(AuditAction.EVENT_UPDATED, by)
            .event(after.id().value())
            .detail("Changed: %s. Tickets recomputed: %d.".formatted(fields, recomputed)));
    return new EditOutcome.Saved(after);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
