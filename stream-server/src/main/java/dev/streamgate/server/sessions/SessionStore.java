package dev.streamgate.server.sessions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Keeps sessions. Instants are kept to the millisecond.
public interface SessionStore {
  /// Makes everybody else who wants a seat on this ticket wait until the current transaction ends.
  ///
  /// @return how many takeovers the ticket has used; empty if there is no such ticket
  OptionalInt lockTicket(String ticketId);

  /// Notes one more takeover of the ticket.
  void countTakeover(String ticketId);

  Optional<Session> find(String sessionId);

  /// All sessions of a ticket, the oldest first.
  List<Session> ofTicket(String ticketId);

  /// All sessions of an event whose tickets are not refused at present, the oldest first.
  List<Watching> ofEvent(String eventId);

  /// The same for all events at once.
  List<Watching> ofAllEvents();

  /// The tickets on which a device has a session, or was the last to have one.
  Set<String> ticketsOfDevice(String deviceKeyHash);

  /// Viewers whose last written heartbeat lies before `heartbeat`, and content sessions that end at
  /// or before `now`.
  List<Session> silentSince(Instant heartbeat, Instant now);

  /// Stores a new session, and its device as the last one of the ticket.
  ///
  /// @throws SlotTakenException if the ticket's slot is taken
  void insert(Session session);

  /// Removes sessions, always in the order of their ids, so that two such calls cannot wait for
  /// each other.
  ///
  /// @return the ids of those that were still there
  Set<String> delete(Collection<Departure> departures);

  /// Moves the last heartbeat of a session forward at once.
  ///
  /// @return whether the session was still there
  boolean saveHeartbeat(String sessionId, Instant at);

  /// Writes the new end of a content session, and when it was last heard of.
  void extend(Session session);

  /// Moves last heartbeats forward; sessions that are gone stay gone.
  void saveHeartbeats(Map<String, Instant> heartbeats);
}
