package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.time.Instant;
import java.util.List;

/// What the rules of events need of an event's tickets.
public interface EventTickets {
  long count(EventId id);

  /// The codes of all tickets, as stored.
  List<String> codes(EventId id);

  /// All sessions that hold a seat on one of the tickets.
  List<HeldSeat> sessions(EventId id);

  /// A seat of a ticket, and the session that holds it.
  record HeldSeat(String sessionId, String ticketId) {}

  /// Gives all tickets a new last instant.
  ///
  /// @return how many tickets that were
  int moveExpiry(EventId id, Instant expiresAt);
}
