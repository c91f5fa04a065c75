package dev.streamgate.server.sessions;

import java.time.Instant;

/// The wish of a partner to let one of its players watch with a ticket.
///
/// @param maxSessions how many sessions the ticket may have at once, of whatever kind
/// @param expiresAt when the player's token ends, and the session with it; whole milliseconds
/// @param sessionId a session of this ticket to go on with, or an id for a new one that nobody has
///   used yet
public record ContentSeatRequest(
    String ticketId,
    String eventId,
    int maxSessions,
    Device device,
    Instant expiresAt,
    String sessionId) {

  /// The same as a seat for a device, which partners' players do not take over.
  SeatRequest seat() {
    return new SeatRequest(ticketId, eventId, maxSessions, 0, false, device);
  }
}
