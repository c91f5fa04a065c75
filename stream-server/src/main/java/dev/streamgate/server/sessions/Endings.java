package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Changes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Ends sessions: each frees its slot, tells the media side and leaves a line in the audit trail,
/// and it does so once, whoever else ends it at the same time.
final class Endings {
  private final SessionStore store;
  private final AuditTrail audit;

  Endings(SessionStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /// Frees the slots.
  ///
  /// @return those endings that nobody else was faster with, and no heartbeat
  List<Ending> free(List<Ending> endings) {
    Set<String> ended = store.delete(endings.stream().map(Ending::departure).toList());
    return endings.stream().filter(ending -> ended.contains(ending.session().id())).toList();
  }

  /// Tells of freed slots. Comes last in a transaction: from here until its end the change log is
  /// closed to everybody else, so nothing after it may wait for another transaction.
  void announce(List<Ending> endings, Requester requester, Changes.Recorder recorder) {
    for (Ending ending : endings) {
      recorder.record(new Change.SessionEnded(ending.session().id(), ending.reason()));
      audit.record(entry(ending, requester));
    }
  }

  private static AuditEntry entry(Ending ending, Requester requester) {
    Requester cause = ending.reason() == SessionEndReason.TIMED_OUT ? Requester.SYSTEM : requester;
    return AuditEntry.of(action(ending.reason()), cause)
        .event(ending.session().eventId())
        .ticket(ending.session().ticketId())
        .session(ending.session().id())
        .reason(ending.reason().name().toLowerCase(Locale.ROOT));
  }

  private static AuditAction action(SessionEndReason reason) {
    return switch (reason) {
      case RELEASED -> AuditAction.SESSION_RELEASED;
      case TIMED_OUT -> AuditAction.SESSION_TIMED_OUT;
      case REPLACED -> AuditAction.SESSION_REPLACED;
      case TAKEOVER -> AuditAction.SESSION_TAKEN_OVER;
      case REVOKED -> AuditAction.CONTENT_SESSION_REVOKED;
      case STAFF_RELEASED, DELETED -> AuditAction.SESSION_FORCE_RELEASED;
    };
  }
}
