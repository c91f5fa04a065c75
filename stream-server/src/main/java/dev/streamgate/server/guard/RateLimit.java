package dev.streamgate.server.guard;

import dev.streamgate.server.guard.Decision.Allowed;
import dev.streamgate.server.guard.Decision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;

/// So many calls per key within a sliding window (Spec, rules §6). Kept in memory; a refused call
/// adds no hit. Thread-safe.
public final class RateLimit {
  /// A key that has used up its permits.
  ///
  /// @param hits how many are in the window
  /// @param until when it has one again
  public record Exhausted(String key, int hits, Instant until) {}

  private final IntSupplier permits;
  private final Duration window;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, SlidingWindow> windows = new ConcurrentHashMap<>();

  public RateLimit(int permits, Duration window, InstantSource clock) {
    this(() -> permits, window, clock);
  }

  /// A limit whose number can change while the server runs.
  public RateLimit(IntSupplier permits, Duration window, InstantSource clock) {
    this.permits = permits;
    this.window = window;
    this.clock = clock;
  }

  /// Takes a permit of this key, if one is left.
  public Decision tryAcquire(String key) {
    return decide(
        key,
        (hits, now) -> {
          Decision decision = hits.check(permits.getAsInt(), now);
          if (decision instanceof Allowed) {
            hits.hit(now);
          }
          return decision;
        });
  }

  /// Whether a permit of this key is left; takes none.
  public Decision check(String key) {
    return decide(key, (hits, now) -> hits.check(permits.getAsInt(), now));
  }

  /// Forgets the hits of one key.
  public void forget(String key) {
    windows.remove(key);
  }

  /// The keys that have used up their permits, in no particular order.
  public List<Exhausted> exhausted() {
    List<Exhausted> exhausted = new ArrayList<>();
    for (String key : windows.keySet()) {
      windows.computeIfPresent(
          key,
          (same, hits) -> {
            Instant now = clock.instant();
            if (hits.check(permits.getAsInt(), now) instanceof Refused(Duration wait)) {
              exhausted.add(new Exhausted(key, hits.size(), now.plus(wait)));
            }
            return hits;
          });
    }
    return exhausted;
  }

  /// Drops keys without a hit in the window; called every minute, so that memory follows use.
  public void forgetIdle() {
    Instant now = clock.instant();
    for (String key : windows.keySet()) {
      windows.computeIfPresent(key, (same, hits) -> hits.isEmptyAt(now) ? null : hits);
    }
  }

  int size() {
    return windows.size();
  }

  /// Asks the hits of one key; the map keeps others away from them meanwhile.
  private Decision decide(String key, BiFunction<SlidingWindow, Instant, Decision> question) {
    AtomicReference<Decision> answer = new AtomicReference<>();
    windows.compute(
        key,
        (same, known) -> {
          Instant now = clock.instant();
          SlidingWindow hits =
              Optional.ofNullable(known).orElseGet(() -> new SlidingWindow(window));
          answer.set(question.apply(hits, now));
          return hits.isEmptyAt(now) ? null : hits;
        });
    return Objects.requireNonNull(answer.get());
  }
}
