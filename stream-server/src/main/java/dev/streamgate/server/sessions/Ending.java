package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import java.util.Optional;

/// The end of a session.
record Ending(Session session, SessionEndReason reason) {

  /// Silence is only known up to the last heartbeat that was read; another process on the same
  /// database may have heard from the device since.
  Departure departure() {
    return new Departure(
        session.id(),
        reason == SessionEndReason.TIMED_OUT
            ? Optional.of(session.lastHeartbeat())
            : Optional.empty());
  }
}
