package dev.streamgate.server.foundation;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A figure that is looked for beside the scrapes. What could not be looked at, or not for a
/// minute, is no number (`NaN`): an old answer would say that all is well. Thread-safe.
public final class LatestFigure {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private volatile Answer last;

  public LatestFigure() {
    this(System::nanoTime);
  }

  /// @param nanos a clock that nobody sets
  LatestFigure(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = new Answer(Double.NaN, nanos.getAsLong());
  }

  private record Answer(double value, long at) {}

  public void is(long value) {
    last = new Answer((double) value, nanos.getAsLong());
  }

  public void isUnknown() {
    last = new Answer(Double.NaN, nanos.getAsLong());
  }

  /// The last answer; not a number if there is none that counts.
  public double value() {
    Answer answer = last;
    return nanos.getAsLong() - answer.at() > GOOD_FOR.toNanos() ? Double.NaN : answer.value();
  }
}
