package dev.streamgate.server.foundation.http1;

import java.util.concurrent.TimeUnit;

/// Until when something has to happen on a connection, which is closed otherwise. Set by the
/// connection's thread, looked at by another.
final class Deadline {
  /// Nobody is late while the server itself is at work.
  private static final long NONE = Long.MAX_VALUE;

  private static final long LINGERING = TimeUnit.SECONDS.toNanos(2);

  private final Patience patience;
  private volatile long nanos = NONE;
  private volatile boolean idle;

  Deadline(Patience patience) {
    this.patience = patience;
  }

  /// Nothing is asked; the next request may take its time.
  void idle() {
    nanos = System.nanoTime() + patience.idle().toNanos();
    idle = true;
  }

  /// A request has begun; the rest of its head has to come.
  void receiving() {
    idle = false;
    nanos = System.nanoTime() + patience.request().toNanos();
  }

  /// More of a body has to come.
  void receivingBody() {
    nanos = System.nanoTime() + patience.nextBytes().toNanos();
  }

  /// So many bytes have to be taken.
  void sending(long bytes) {
    nanos =
        System.nanoTime()
            + patience.nextBytes().toNanos()
            + TimeUnit.SECONDS.toNanos(bytes / patience.slowest());
  }

  /// The last answer was given; what is still on its way may arrive.
  void lingering() {
    nanos = System.nanoTime() + LINGERING;
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
