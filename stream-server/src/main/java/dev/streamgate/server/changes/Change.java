package dev.streamgate.server.changes;

import dev.streamgate.model.sessions.SessionEndReason;
import java.util.List;

/// Something the media side must learn (Spec, rules §10).
public sealed interface Change {
  /// Refuse this code.
  record Revoked(String code) implements Change {}

  /// Allow this code again.
  record Reinstated(String code) implements Change {}

  /// Refuse every ticket of this event.
  record EventDeactivated(String eventId) implements Change {}

  /// Allow the event's tickets again, individually revoked ones excepted.
  record EventReactivated(String eventId) implements Change {}

  /// Refuse this event and all its codes for good.
  record EventDeleted(String eventId, List<String> codes) implements Change {
    public EventDeleted {
      codes = List.copyOf(codes);
    }
  }

  /// Refuse this session.
  record SessionEnded(String sessionId, SessionEndReason reason) implements Change {}
}
