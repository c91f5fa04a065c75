package dev.streamgate.server.foundation;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A figure that is looked for beside the scrapes. What could not be looked at, or not for a
/// minute, is no number (`NaN`): an old answer would say that all is well. Thread-safe.
public final class LatestFigure {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private volatile Answer last;

  /// @param nanoTime a clock that nobody sets
  public LatestFigure(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = new Answer(Double.NaN, nanoTime.getAsLong());
  }

  private record Answer(double value, long at) {}

  public void is(long value) {
    last = new Answer((double) value, nanoTime.getAsLong());
  }

  public void isUnknown() {
    last = new Answer(Double.NaN, nanoTime.getAsLong());
  }

  /// The last answer; not a number if there is none that counts.
  public double value() {
    Answer answer = last;
    return nanoTime.getAsLong() - answer.at() > GOOD_FOR.toNanos() ? Double.NaN : answer.value();
  }
}
