package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.time.Instant;
import java.util.List;

/// What the rules of events need of an event's tickets.
public interface EventTickets {
  long count(EventId id);

  /// The codes of all tickets, as stored.
  List<String> codes(EventId id);

  /// The ids of all sessions that hold a seat on one of the tickets.
  List<String> sessions(EventId id);

  /// Gives all tickets a new last instant.
  ///
  /// @return how many tickets that were
  int moveExpiry(EventId id, Instant expiresAt);
}
