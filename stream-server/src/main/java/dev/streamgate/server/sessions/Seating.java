package dev.streamgate.server.sessions;

/// What came of asking for a seat.
public sealed interface Seating {
  /// The device has a seat.
  record Seated(Session session) implements Seating {}

  /// Other devices hold all seats of the ticket.
  ///
  /// @param takeoverAvailable whether this device may push one of them out
  record InUse(boolean takeoverAvailable) implements Seating {}

  /// The ticket was deleted a moment ago.
  record TicketGone() implements Seating {}
}
