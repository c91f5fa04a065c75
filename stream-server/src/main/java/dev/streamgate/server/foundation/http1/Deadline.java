package dev.streamgate.server.foundation.http1;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Until when something has to happen on a connection, which is closed otherwise. Set by the
/// connection's thread, looked at by another.
final class Deadline {
  /// Longer than any pause of a player or a portal; who comes later opens a new connection.
  private static final long IDLE = Duration.ofSeconds(75).toNanos();

  private static final long REQUEST = Duration.ofSeconds(15).toNanos();
  private static final long NEXT_BYTES = Duration.ofSeconds(60).toNanos();

  /// Bytes a second; who is slower than this cannot watch anything.
  private static final long SLOWEST = 8 * 1024;

  /// There is a deadline of nobody while the server itself is at work.
  private static final long NONE = Long.MAX_VALUE;

  private volatile long nanos = NONE;
  private volatile boolean idle;

  /// Nothing is asked; the next request may take its time.
  void idle() {
    nanos = System.nanoTime() + IDLE;
    idle = true;
  }

  /// A request has begun; the rest of its head has to come.
  void receiving() {
    idle = false;
    nanos = System.nanoTime() + REQUEST;
  }

  /// More of a body has to come.
  void receivingBody() {
    nanos = System.nanoTime() + NEXT_BYTES;
  }

  /// So many bytes have to be taken.
  void sending(long bytes) {
    nanos = System.nanoTime() + NEXT_BYTES + TimeUnit.SECONDS.toNanos(bytes / SLOWEST);
  }

  /// It is the server's turn.
  void none() {
    nanos = NONE;
  }

  boolean isOver(long now) {
    long end = nanos;
    return end != NONE && end - now < 0;
  }

  boolean isIdle() {
    return idle;
  }
}
