package dev.streamgate.server.insight;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Lets something be done again after a pause, by a clock that nobody puts back. Used by one thread
/// only.
final class Pace {
  private final Duration pause;
  private final LongSupplier nanoTime;
  private long next;

  Pace(Duration pause, LongSupplier nanoTime) {
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /// Whether it is time; then the next pause begins.
  boolean isDue() {
    if (nanoTime.getAsLong() - next < 0) {
      return false;
    }
    rest(pause);
    return true;
  }

  /// Begins a pause, a longer one than usual perhaps.
  void rest(Duration length) {
    Duration longer = length.compareTo(pause) > 0 ? length : pause;
    next = nanoTime.getAsLong() + longer.toNanos();
  }
}
