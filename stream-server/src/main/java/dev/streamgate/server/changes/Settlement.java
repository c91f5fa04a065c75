package dev.streamgate.server.changes;

import java.util.OptionalLong;
import java.util.function.Function;

/// Units of work whose callers wait until every server acts accordingly, also when they ask for a
/// state that was reached before. Thread-safe.
public final class Settlement {
  private final Changes changes;
  private final ChangeLog log;

  public Settlement(Changes changes, ChangeLog log) {
    this.changes = changes;
    this.log = log;
  }

  /// Like {@link Changes#commit}, but if the work recorded nothing the number is that of the log's
  /// newest change, which comes after whatever led to the present state. It is absent only while
  /// the log is empty.
  public <T> Committed<T> commit(Function<Changes.Recorder, T> work) {
    Committed<T> committed = changes.commit(work);
    if (committed.lastSeq().isPresent()) {
      return committed;
    }
    OptionalLong newest = newest();
    changes.follow();
    return new Committed<>(committed.result(), newest);
  }

  private OptionalLong newest() {
    long head = log.head();
    return head > 0 ? OptionalLong.of(head) : OptionalLong.empty();
  }
}
