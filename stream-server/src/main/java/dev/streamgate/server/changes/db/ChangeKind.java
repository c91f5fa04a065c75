package dev.streamgate.server.changes.db;

/// The stored names of the changes.
enum ChangeKind {
  REVOKED,
  REINSTATED,
  EVENT_DEACTIVATED,
  EVENT_REACTIVATED,
  EVENT_DELETED,
  SESSION_ENDED
}
