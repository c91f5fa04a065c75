package dev.streamgate.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// How long one step took, over all viewers. Thread-safe; adding takes no lock.
final class Latencies {
  private static final int MOST = 1 << 20;

  private final long[] nanos = new long[MOST];
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  void add(long took) {
    int index = size.getAndIncrement();
    if (index < MOST) {
      nanos[index] = took;
    }
  }

  void fail() {
    failures.incrementAndGet();
  }

  void clear() {
    size.set(0);
    failures.set(0);
  }

  int count() {
    return Math.min(size.get(), MOST);
  }

  int failures() {
    return failures.get();
  }

  /// The milliseconds that a share of all did not exceed.
  ///
  /// @param share such as 0.99
  double percentile(double share) {
    if (count() == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count());
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }
}
