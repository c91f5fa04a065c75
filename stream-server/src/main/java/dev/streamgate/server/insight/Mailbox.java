package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The messages that one console has not been sent yet. Whoever fills it never waits: a console
/// that lets them pile up is cut off. Thread-safe.
public final class Mailbox {
  /// How much may pile up. The first message about 5 000 viewers has some 2 MB.
  private static final long MOST_BYTES = 16L << 20;

  /// How long a message may lie here while others are sent.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final String account;
  private final Set<Kind> kinds;
  private final Runnable cut;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Letter> letters = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  /// @param kinds what this console is told
  /// @param cut ends its connection, whatever its thread is doing
  Mailbox(String account, Set<Kind> kinds, Runnable cut) {
    this.account = account;
    this.kinds = Set.copyOf(kinds);
    this.cut = cut;
  }

  /// A message as it is sent; all consoles share its bytes.
  public static final class Letter {
    private final Kind kind;
    private final byte[] data;
    private final long at;

    /// @param at when, in nanoseconds of a clock that nobody puts back
    Letter(Kind kind, byte[] data, long at) {
      this.kind = kind;
      this.data = data;
      this.at = at;
    }

    public Kind kind() {
      return kind;
    }

    /// JSON; not to be changed.
    public byte[] data() {
      return data;
    }
  }

  String account() {
    return account;
  }

  Set<Kind> kinds() {
    return kinds;
  }

  /// Waits for the next message; empty if none came in time.
  ///
  /// @throws InterruptedException if the waiting thread is told to end
  public Optional<Letter> take(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (letters.isEmpty() && !closed && left > 0) {
        left = filled.awaitNanos(left);
      }
      Optional<Letter> letter = Optional.ofNullable(letters.poll());
      letter.ifPresent(it -> bytes -= it.data.length);
      return letter;
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing will come any more.
  public boolean isFinished() {
    lock.lock();
    try {
      return closed && letters.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// Puts a message in, if this console is told of its kind; cuts it off if it is too far behind.
  void put(Letter letter) {
    if (!kinds.contains(letter.kind())) {
      return;
    }
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (isTooFarBehind(letter)) {
        letters.clear();
        closed = true;
        cut.run();
      } else {
        letters.add(letter);
        bytes += letter.data.length;
      }
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Says why this is the end; nothing comes after it.
  void close(Letter last) {
    lock.lock();
    try {
      put(last);
      close();
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more messages.
  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isTooFarBehind(Letter letter) {
    return bytes + letter.data.length > MOST_BYTES
        || Optional.ofNullable(letters.peek())
            .filter(oldest -> letter.at - oldest.at > LONGEST_WAIT.toNanos())
            .isPresent();
  }
}
