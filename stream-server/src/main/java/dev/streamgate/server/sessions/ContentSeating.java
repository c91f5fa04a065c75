package dev.streamgate.server.sessions;

/// What came of a partner's wish for a seat.
public sealed interface ContentSeating {
  /// The player has a seat, a new one or still the one it had.
  record Seated(Session session) implements ContentSeating {}

  /// All seats are taken.
  record Full(int activeSessions, int maxSessions) implements ContentSeating {}

  /// The session's id was used before, by another ticket or by a session that has ended.
  record IdUsed() implements ContentSeating {}

  /// The ticket was deleted a moment ago.
  record TicketGone() implements ContentSeating {}
}
