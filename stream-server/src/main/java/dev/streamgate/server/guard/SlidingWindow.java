package dev.streamgate.server.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/// The hits of one key within the last stretch of time. Not thread-safe.
final class SlidingWindow {
  private final Duration length;
  private final ArrayDeque<Instant> hits = new ArrayDeque<>();

  SlidingWindow(Duration length) {
    this.length = length;
  }

  /// Whether `permits` hits are in the window now, and if so for how long. There may be more of
  /// them, if the limit was higher when they came.
  Decision check(int permits, Instant now) {
    slideTo(now);
    if (hits.size() < permits) {
      return new Decision.Allowed();
    }
    Instant decisive = hits.stream().skip(hits.size() - permits).findFirst().orElse(now);
    return new Decision.Refused(Duration.between(now, decisive.plus(length)));
  }

  /// How many hits there were within the window when it was last looked at.
  int size() {
    return hits.size();
  }

  void hit(Instant now) {
    hits.addLast(now);
  }

  boolean isEmptyAt(Instant now) {
    slideTo(now);
    return hits.isEmpty();
  }

  private void slideTo(Instant now) {
    Instant start = now.minus(length);
    while (!hits.isEmpty() && !hits.getFirst().isAfter(start)) {
      hits.removeFirst();
    }
    // A clock that was put back would else keep them for as long as it was.
    while (!hits.isEmpty() && hits.getLast().isAfter(now.plus(length))) {
      hits.removeLast();
    }
  }
}
