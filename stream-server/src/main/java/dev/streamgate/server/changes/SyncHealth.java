package dev.streamgate.server.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How well a process that delivers video hears of changes: an edge from its platform, any other
/// from the log (Spec, rules §10). Thread-safe; asking allocates nothing.
public final class SyncHealth {
  /// How long it may hear nothing before somebody should look.
  public static final Duration ALARMING = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(SyncHealth.class);
  private static final long NEVER = Long.MIN_VALUE;

  private final InstantSource clock;
  private final long startedAt;
  private final long blindAfterMillis;
  private final CountDownLatch first = new CountDownLatch(1);
  private final AtomicLong failures = new AtomicLong();
  private volatile long heardAt = NEVER;
  private volatile boolean failing;
  private volatile boolean streamLost;

  /// @param maxStaleness how long the edge may go on without news; for ever if absent
  public SyncHealth(InstantSource clock, Optional<Duration> maxStaleness) {
    this.clock = clock;
    this.startedAt = clock.millis();
    this.blindAfterMillis = maxStaleness.map(Duration::toMillis).orElse(Long.MAX_VALUE);
  }

  /// The platform was heard, or the log read, so that what is known here is all there is.
  public void heard() {
    heardAt = clock.millis();
    first.countDown();
    if (failing) {
      failing = false;
      LOG.info("Revocation sync works again");
    }
  }

  /// The platform could not be heard.
  void failed(String reason) {
    failures.incrementAndGet();
    if (!failing) {
      failing = true;
      LOG.warn("Revocation sync fails, going on with what is known: {}", reason);
    }
  }

  /// The stream of changes works.
  void foundStream() {
    streamLost = false;
  }

  /// The stream of changes cannot be had, though the platform may be heard by asking.
  void lostStream(String reason) {
    if (!streamLost) {
      streamLost = true;
      LOG.info("The stream of changes ended, asking for changes until it is back: {}", reason);
    }
  }

  /// Waits until the platform has been heard for the first time.
  ///
  /// @return whether it has been
  public boolean awaitFirst(Duration patience) throws InterruptedException {
    return first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Whether media must be refused, because what is known here may be too old. An edge for which
  /// that matters refuses until it has heard its platform for the first time.
  public boolean isBlind() {
    return blindAfterMillis != Long.MAX_VALUE
        && (heardAt == NEVER || clock.millis() - heardAt > blindAfterMillis);
  }

  /// For how long after the platform was heard nobody need ask it; half of what would make this
  /// edge blind.
  Duration certainFor() {
    return Duration.ofMillis(blindAfterMillis / 2);
  }

  /// Whether somebody should look.
  public boolean isAlarming() {
    return silence().compareTo(ALARMING) >= 0;
  }

  /// Tells the log if somebody should look; called each minute.
  public void report() {
    if (isAlarming()) {
      LOG.error("ALERT: Revocation sync has been failing for {}s", silence().toSeconds());
    }
  }

  /// How long ago the platform was last heard, as health tells it: `25s` or `never`.
  public String lastHeard() {
    return heardAt == NEVER ? "never" : silence().toSeconds() + "s";
  }

  /// How often the platform could not be heard.
  public long failures() {
    return failures.get();
  }

  /// How long the platform has not been heard, since the start at most.
  public Duration silence() {
    long since = heardAt == NEVER ? startedAt : heardAt;
    return Duration.between(Instant.ofEpochMilli(since), clock.instant());
  }
}
