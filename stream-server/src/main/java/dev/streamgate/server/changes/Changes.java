package dev.streamgate.server.changes;

import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Change.SessionEnded;
import dev.streamgate.server.changes.ChangeLog.Entry;
import dev.streamgate.server.denials.Denials;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The unit of work of everything that may concern the media side: state, log and audit rows are
/// written in one transaction, and the deny sets of this process follow the log after the commit
/// and before the caller gets its answer. Thread-safe.
public final class Changes {
  /// How long a refusal may matter: the longest token life and a margin (Spec, rules §10).
  public static final Duration LONGEST_TOKEN = Duration.ofHours(8).plusMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  private final Transactions transactions;
  private final ChangeLog log;
  private final Denials denials;
  private final InstantSource clock;
  private final ReentrantLock following = new ReentrantLock();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile long cursor;

  public Changes(Transactions transactions, ChangeLog log, Denials denials, InstantSource clock) {
    this.transactions = transactions;
    this.log = log;
    this.denials = denials;
    this.clock = clock;
  }

  /// Takes down the changes of one unit of work. Used by one thread only.
  public final class Recorder {
    private OptionalLong lastSeq = OptionalLong.empty();

    /// Writes a change into the current transaction.
    public void record(Change change) {
      lastSeq = OptionalLong.of(log.append(change, clock.instant()));
    }
  }

  /// Runs work in one transaction. If it recorded changes they are in force in this process when
  /// this returns. If the work throws, nothing of it remains. Each run of the work, of which there
  /// may be several, has a recorder of its own.
  public <T> Committed<T> commit(Function<Recorder, T> work) {
    Committed<T> committed =
        transactions.inTransaction(() -> {
          Recorder recorder = new Recorder();
          T result = work.apply(recorder);
          return new Committed<>(result, recorder.lastSeq);
        });
    if (committed.lastSeq().isPresent()) {
      follow();
    }
    return committed;
  }

  /// Fills the deny sets from the database; called once, before anything is served.
  public void restore() {
    following.lock();
    try {
      cursor = log.head();
      log.inForce(clock.instant().minus(LONGEST_TOKEN)).forEach(this::apply);
      followers.forEach(Runnable::run);
    } finally {
      following.unlock();
    }
  }

  /// Calls `listener` with the number of the newest change in force, each time there are new ones.
  /// It must neither block nor fail: whoever changes something waits for it.
  public void whenInForce(LongConsumer listener) {
    listeners.add(listener);
  }

  /// Calls `listener` each time the log could be read to its end, whether there was something new
  /// or not. It must neither block nor fail.
  public void whenFollowed(Runnable listener) {
    followers.add(listener);
  }

  /// The number of the newest change in force in this process.
  public long cursor() {
    return cursor;
  }

  /// Applies what the log holds beyond the cursor. The log is read rather than the caller's own
  /// changes applied, because two callers may come here in another order than they committed.
  /// Called every second as well, so that nothing stays out of force that could not be applied at
  /// once, or that another process on the same database changed.
  public void follow() {
    following.lock();
    try {
      List<Entry> entries = log.after(cursor);
      for (Entry entry : entries) {
        apply(entry);
        cursor = entry.seq();
        LOG.info("change {} in force: {}", entry.seq(), entry.change().getClass().getSimpleName());
      }
      if (!entries.isEmpty()) {
        listeners.forEach(listener -> listener.accept(cursor));
      }
      followers.forEach(Runnable::run);
    } finally {
      following.unlock();
    }
  }

  private void apply(Entry entry) {
    switch (entry.change()) {
      case Revoked(String code) -> denials.refuseSubject(code, entry.at());
      case Reinstated(String code) -> denials.allowSubject(code);
      case EventDeactivated(String eventId) -> denials.refuseEvent(eventId);
      case EventReactivated(String eventId) -> denials.allowEvent(eventId);
      case EventDeleted deleted -> {
        denials.deleteEvent(deleted.eventId());
        deleted.codes().forEach(code -> denials.refuseSubject(code, entry.at()));
      }
      case SessionEnded ended -> denials.endSession(ended.sessionId(), entry.at());
    }
  }
}
