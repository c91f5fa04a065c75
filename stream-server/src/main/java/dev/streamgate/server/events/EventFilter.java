package dev.streamgate.server.events;

import java.util.Optional;

/// Which events a list shows, and in which order.
///
/// @param includeArchived whether archived events are shown among the others
public record EventFilter(
    State state, Optional<Timeframe> timeframe, Order order, boolean includeArchived) {

  /// Which state an event must be in.
  public enum State {
    ACTIVE,
    INACTIVE,
    ARCHIVED
  }

  /// When an event must take place.
  public enum Timeframe {
    /// It is not over yet.
    UPCOMING,
    /// It is over.
    PAST
  }

  /// What comes first.
  public enum Order {
    START_DATE,
    TITLE,
    TICKET_COUNT
  }
}
