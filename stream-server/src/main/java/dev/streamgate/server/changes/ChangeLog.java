package dev.streamgate.server.changes;

import dev.streamgate.model.sessions.SessionEndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The stored log of changes. Numbers are strictly increasing and become visible in their order: a
/// reader that has seen n never misses a lower one.
public interface ChangeLog {
  /// Writes a change within the current transaction.
  ///
  /// @return its sequence number
  long append(Change change, Instant at);

  /// The number of the newest change; 0 for an empty log.
  long head();

  /// All changes with a higher number, in their order.
  List<Entry> after(long seq);

  /// Everything the media side must refuse now: every revoked code, every inactive event, and the
  /// deletions and ended sessions since `since`. The numbers of these entries are 0.
  List<Entry> inForce(Instant since);

  /// Why a session ended, if that is still known.
  Optional<SessionEndReason> endOf(String sessionId);

  /// A change, its number, and when it happened.
  record Entry(long seq, Change change, Instant at) {}
}
