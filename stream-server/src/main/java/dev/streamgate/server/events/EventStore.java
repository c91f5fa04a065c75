package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.time.Instant;
import java.util.Optional;

/// Keeps events. Instants are kept to the millisecond.
public interface EventStore {
  Optional<Event> find(EventId id);

  void insert(Event event);

  /// Holds the event still until the current transaction ends: whoever else wants to change it, or
  /// add tickets to it, waits.
  ///
  /// @return whether there is such an event
  boolean hold(EventId id);

  /// Replaces what staff may edit; the states and the creation time stay.
  void update(Event event);

  /// Makes the event active or inactive.
  ///
  /// @return whether it was in the other state before
  boolean setActive(EventId id, boolean active, Instant at);

  /// Hides the event from lists, or shows it again.
  ///
  /// @return whether it was in the other state before
  boolean setArchived(EventId id, boolean archived, Instant at);

  /// Removes the event with its items, tickets and their sessions.
  void delete(EventId id);
}
