package dev.streamgate.server.changes.db;

import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Change.SessionEnded;
import org.jspecify.annotations.Nullable;

/// The columns of a change.
record ChangeRow(
    ChangeKind kind,
    @Nullable String code,
    @Nullable String eventId,
    @Nullable String sessionId,
    @Nullable String reason) {

  static ChangeRow of(Change change) {
    return switch (change) {
      case Revoked(String code) -> new ChangeRow(ChangeKind.REVOKED, code, null, null, null);
      case Reinstated(String code) -> new ChangeRow(ChangeKind.REINSTATED, code, null, null, null);
      case EventDeactivated(String id) -> event(ChangeKind.EVENT_DEACTIVATED, id);
      case EventReactivated(String id) -> event(ChangeKind.EVENT_REACTIVATED, id);
      case EventDeleted deleted -> event(ChangeKind.EVENT_DELETED, deleted.eventId());
      case SessionEnded ended ->
          new ChangeRow(
              ChangeKind.SESSION_ENDED, null, null, ended.sessionId(), ended.reason().name());
    };
  }

  private static ChangeRow event(ChangeKind kind, String eventId) {
    return new ChangeRow(kind, null, eventId, null, null);
  }
}
