package dev.streamgate.server.tickets;

/// What came of revoking a ticket or of taking that back.
public enum Revocation {
  /// The ticket is in the wanted state.
  SETTLED,
  /// The ticket has expired, so that there is nothing to give back.
  EXPIRED,
  /// There is no such ticket.
  UNKNOWN
}
