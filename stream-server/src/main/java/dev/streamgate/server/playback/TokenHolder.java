package dev.streamgate.server.playback;

import dev.streamgate.server.tickets.Ticket;

/// Who stands behind a playback token.
public sealed interface TokenHolder {
  /// The holder of a ticket.
  ///
  /// @param sessionId the `sid` of the token, the only identity of a session that counts
  record Known(Ticket ticket, String sessionId) implements TokenHolder {}

  /// Nobody who could be named.
  record Stranger(AuthFailure cause) implements TokenHolder {}
}
