package dev.streamgate.server.changes;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who wait for the next change. Waiting asks nobody anything. Thread-safe.
public final class ChangeSignal implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long newest;
  private boolean closed;

  /// @param newest the number of the newest change that is known already
  public ChangeSignal(long newest) {
    this.newest = newest;
  }

  /// What ended a wait.
  public enum Wake {
    CHANGED,
    QUIET,
    CLOSED
  }

  /// Tells that a change happened.
  public void advance(long seq) {
    lock.lock();
    try {
      newest = Math.max(newest, seq);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there is a change beyond `seq`, at most for `patience`.
  ///
  /// @throws InterruptedException if the waiting thread is told to end
  public Wake await(long seq, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!closed && newest <= seq && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (closed) {
        return Wake.CLOSED;
      }
      return newest > seq ? Wake.CHANGED : Wake.QUIET;
    } finally {
      lock.unlock();
    }
  }

  /// Sends all who wait home, and those who come later too.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
