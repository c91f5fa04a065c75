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

  /// More of a body has to come, and all of it not too slowly: whoever sends a byte now and then
  /// would keep its connection for ever.
  ///
  /// @param waited nanoseconds that the body has been waited for so far
  /// @param received bytes that came meanwhile
  void receivingBody(long waited, long received) {
    long left = allowance(received) - waited;
    nanos = System.nanoTime() + Math.min(patience.nextBytes().toNanos(), left);
  }

  /// So many bytes have to be taken.
  void sending(long bytes) {
    nanos = System.nanoTime() + allowance(bytes);
  }

  /// The last answer was given; what is still on its way may arrive.
  void lingering() {
    nanos = System.nanoTime() + LINGERING;
  }

  /// It is the server's turn.
  void none() {
    nanos = NONE;
  }

  private long allowance(long bytes) {
    return patience.nextBytes().toNanos() + TimeUnit.SECONDS.toNanos(bytes / patience.slowest());
  }

  boolean isOver(long now) {
    long end = nanos;
    return end != NONE && end - now < 0;
  }

  boolean isIdle() {
    return idle;
  }
}
