package dev.streamgate.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Waits.
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  static void seconds(long seconds) {
    untilNanos(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
  }

  /// @param instant of {@link System#nanoTime}
  static void untilNanos(long instant) {
    for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
