package dev.streamgate.show;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The system's clock, put forward as a test wishes. Any thread may read it.
final class MovableClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /// Lets this much time have passed at once.
  void skip(Duration time) {
    ahead = ahead.plus(time);
  }
}
