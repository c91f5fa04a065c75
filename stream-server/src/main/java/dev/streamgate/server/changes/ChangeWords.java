package dev.streamgate.server.changes;

import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Change.SessionEnded;

/// The names of changes on the wire (Spec, rules §10).
final class ChangeWords {
  private ChangeWords() {}

  static String kind(Change change) {
    return switch (change) {
      case Revoked revoked -> "revoked";
      case Reinstated reinstated -> "reinstated";
      case EventDeactivated deactivated -> "event_deactivated";
      case EventReactivated reactivated -> "event_reactivated";
      case EventDeleted deleted -> "event_deleted";
      case SessionEnded ended -> "session_ended";
    };
  }
}
