package dev.streamgate.server.changes;

import dev.streamgate.server.changes.ChangeLog.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The change log as the feed reads it.
public interface FeedLog {
  /// The number of the newest change, whether it is still kept or not.
  long head();

  /// The oldest change that is still kept.
  Optional<Entry> oldest();

  /// The change of this number, if it is still kept.
  Optional<Entry> find(long seq);

  /// At most `limit` changes with a higher number, in their order.
  List<Entry> after(long seq, int limit);

  /// At most `limit` changes that happened later, in their order.
  List<Entry> since(Instant since, int limit);

  /// Codes that are revoked and events that are inactive now and became so after `since` and before
  /// `until`. The numbers of these entries are 0.
  List<Entry> inForce(Instant since, Instant until);

  /// All codes of an event that still exists.
  List<String> codesOf(String eventId);

  /// Forgets changes, tombstones and confirmations from before an instant.
  void forgetBefore(Instant limit);
}
