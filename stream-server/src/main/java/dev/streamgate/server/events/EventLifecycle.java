package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.changes.Committed;
import dev.streamgate.server.changes.Settlement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Opens, closes, hides and deletes events. Asking for a state an event is already in changes and
/// records nothing. Where there is no such event, the result is empty. Thread-safe.
public final class EventLifecycle {
  private final EventStore events;
  private final EventTickets tickets;
  private final EventErasure erasure;
  private final Settlement settlement;
  private final AuditTrail audit;
  private final InstantSource clock;

  public EventLifecycle(
      EventStore events,
      EventTickets tickets,
      EventErasure erasure,
      Settlement settlement,
      AuditTrail audit,
      InstantSource clock) {
    this.events = events;
    this.tickets = tickets;
    this.erasure = erasure;
    this.settlement = settlement;
    this.audit = audit;
    this.clock = clock;
  }

  /// Refuses every ticket of the event.
  public Committed<Optional<Event>> deactivate(EventId id, Requester by) {
    return settle(
        id,
        recorder -> {
          if (events.setActive(id, false, now())) {
            note(AuditAction.EVENT_DEACTIVATED, id, by);
            recorder.record(new EventDeactivated(id.value()));
          }
        });
  }

  /// Lets the event's tickets in again.
  public Committed<Optional<Event>> reactivate(EventId id, Requester by) {
    return settle(
        id,
        recorder -> {
          if (events.setActive(id, true, now())) {
            note(AuditAction.EVENT_REACTIVATED, id, by);
            recorder.record(new EventReactivated(id.value()));
          }
        });
  }

  /// Hides the event from lists; access to it stays.
  public Committed<Optional<Event>> archive(EventId id, Requester by) {
    return settle(
        id,
        recorder -> {
          if (events.setArchived(id, true, now())) {
            note(AuditAction.EVENT_ARCHIVED, id, by);
          }
        });
  }

  /// Shows the event in lists again.
  public Committed<Optional<Event>> unarchive(EventId id, Requester by) {
    return settle(
        id,
        recorder -> {
          if (events.setArchived(id, false, now())) {
            note(AuditAction.EVENT_UNARCHIVED, id, by);
          }
        });
  }

  /// Deletes the event for good, if the requester has named it.
  ///
  /// @param confirms tells whether a title is the one the requester named
  public Committed<Deletion> delete(EventId id, Predicate<String> confirms, Requester by) {
    return settlement.commit(recorder -> {
      if (!events.hold(id)) {
        return new Deletion.Unknown();
      }
      Event event = events.find(id).orElseThrow();
      if (!confirms.test(event.title())) {
        return new Deletion.Unconfirmed(tickets.count(id));
      }
      erasure.erase(event, by).forEach(recorder::record);
      return new Deletion.Deleted();
    });
  }

  private Committed<Optional<Event>> settle(EventId id, Consumer<Changes.Recorder> work) {
    return settlement.commit(recorder -> {
      work.accept(recorder);
      return events.find(id);
    });
  }

  private void note(AuditAction action, EventId id, Requester by) {
    audit.record(AuditEntry.of(action, by).event(id.value()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
