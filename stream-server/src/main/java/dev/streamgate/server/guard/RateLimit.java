package dev.streamgate.server.guard;

import dev.streamgate.server.guard.Decision.Allowed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// So many calls per key within a sliding window (Spec, rules §6). Kept in memory; a refused call
/// adds no hit. Thread-safe.
public final class RateLimit {
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

  /// The keys that have used up their permits.
  public Set<String> exhausted() {
    return windows.keySet().stream()
        .filter(key -> !(check(key) instanceof Allowed))
        .collect(Collectors.toUnmodifiableSet());
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
