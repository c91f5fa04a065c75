package dev.streamgate.server.playback;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.playback.TokenHolder.Known;
import dev.streamgate.server.playback.TokenHolder.Stranger;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Seats;
import dev.streamgate.server.sessions.Standing;
import dev.streamgate.server.tickets.Ticket;
import java.util.Optional;

/// Hears from devices that they are still there, or that they leave.
public final class Presence {
  private final TokenDesk tokens;
  private final Attendance attendance;
  private final Seats seats;

  public Presence(TokenDesk tokens, Attendance attendance, Seats seats) {
    this.tokens = tokens;
    this.attendance = attendance;
    this.seats = seats;
  }

  /// Keeps the token's session alive. Refused for revoked tickets and inactive events, whose
  /// sessions therefore time out.
  public HeartbeatResult heartbeat(Optional<String> token) {
    return switch (tokens.identifyActive(token)) {
      case Stranger stranger -> new HeartbeatResult.Unauthorized();
      case Known(Ticket ticket, String sessionId) ->
          switch (attendance.heartbeat(sessionId, ticket.id(), ticket.maxSessions())) {
            case Standing.Alive alive -> new HeartbeatResult.Alive();
            case Standing.Displaced() -> new HeartbeatResult.Displaced();
            case Standing.Lost(Standing.Cause cause) -> new HeartbeatResult.SessionLost(cause);
          };
    };
  }

  /// Ends the token's session, if it has not ended yet.
  ///
  /// @return the event that was watched; empty if the token proves nothing
  public Optional<String> release(Optional<String> token, Requester requester) {
    return switch (tokens.identify(token)) {
      case Stranger stranger -> Optional.empty();
      case Known(Ticket ticket, String sessionId) -> {
        seats.release(sessionId, requester);
        yield Optional.of(ticket.eventId().value());
      }
    };
  }
}
