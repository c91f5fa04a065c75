package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.SessionEnded;
import dev.streamgate.server.events.EventTickets.HeldSeat;
import java.util.ArrayList;
import java.util.List;

/// Takes an event away with all that belongs to it.
public final class EventErasure {
  private final EventStore events;
  private final EventTickets tickets;
  private final AuditTrail audit;

  public EventErasure(EventStore events, EventTickets tickets, AuditTrail audit) {
    this.events = events;
    this.tickets = tickets;
    this.audit = audit;
  }

  /// Deletes an event that the current transaction holds, with its tickets and their sessions.
  ///
  /// @return what the media side must learn of it, for the caller to record last, as everywhere:
  ///   recording waits for all other writers, and whoever waited with rows still to lock could wait
  ///   for ever
  public List<Change> erase(Event event, Requester by) {
    List<String> codes = tickets.codes(event.id());
    List<HeldSeat> sessions = tickets.sessions(event.id());
    events.delete(event.id());
    audit.record(
        AuditEntry.of(AuditAction.EVENT_DELETED, by)
            .event(event.id().value())
            .detail("%s, with %d tickets".formatted(event.title(), codes.size())));
    sessions.forEach(seat -> noteEnd(seat, event.id(), by));
    return changes(event.id(), codes, sessions);
  }

  private static List<Change> changes(EventId id, List<String> codes, List<HeldSeat> sessions) {
    List<Change> changes = new ArrayList<>();
    sessions.forEach(it -> changes.add(new SessionEnded(it.sessionId(), SessionEndReason.DELETED)));
    changes.add(new EventDeleted(id.value(), codes));
    return changes;
  }

  private void noteEnd(HeldSeat seat, EventId id, Requester by) {
    audit.record(
        AuditEntry.of(AuditAction.SESSION_FORCE_RELEASED, by)
            .event(id.value())
            .ticket(seat.ticketId())
            .session(seat.sessionId())
            .reason("deleted"));
  }
}
