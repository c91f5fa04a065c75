package dev.streamgate.server;

import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.Acknowledger;
import dev.streamgate.server.changes.EdgeMemory;
import dev.streamgate.server.changes.EdgeSnapshot;
import dev.streamgate.server.changes.Subscriber;
import dev.streamgate.server.changes.SyncHealth;
import dev.streamgate.server.changes.client.HttpFeed;
import dev.streamgate.server.changes.files.SnapshotFile;
import dev.streamgate.server.cli.Version;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How an edge follows its platform.
final class FollowingWiring {
  private static final Logger LOG = LoggerFactory.getLogger(FollowingWiring.class);

  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  final EdgeMemory memory;
  final SyncHealth health;
  private final Core core;
  private final HttpFeed feed;
  private final EdgeSnapshot.Store store;
  private final Thread following;
  private volatile @Nullable Acknowledger acknowledger;
  private volatile @Nullable Thread acknowledging;

  FollowingWiring(Core core, Path directory) {
    this.core = core;
    memory = new EdgeMemory(core.denials, core.clock);
    health = new SyncHealth(core.clock, core.config.edge().maxStaleness());
    store = new SnapshotFile(directory);
    feed = new HttpFeed(core.config.portal().portalUrl().orElseThrow(), core.internalKey);
    Subscriber subscriber =
        new Subscriber(
            new Subscriber.Edge(feed, memory, health, this::wakeAcknowledger),
            core.config.edge().pollInterval(),
            core.clock,
            core.random);
    following = Thread.ofPlatform().name("streamgate-feed").daemon().unstarted(subscriber::run);
    meter(core.metrics.registry());
  }

  /// Takes up what was known at the last end and begins to follow; returns when the platform was
  /// heard, or could not be for as long as this.
  void begin(Duration patience) {
    memory.recall(store.load());
    following.start();
    try {
      if (!health.awaitFirst(patience)) {
        LOG.warn("The platform cannot be heard yet; serving with what is known");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Tells the platform from now on that this edge is there; called when it answers.
  void announce() {
    Acknowledger telling =
        new Acknowledger(
            feed,
            memory,
            new Acknowledgement(
                core.edgeId(),
                memory.cursor(),
                core.config.portal().mediaBaseUrl().orElse(null),
                Version.number(),
                UUID.randomUUID().toString(),
                false));
    acknowledger = telling;
    acknowledging = Thread.ofPlatform().name("streamgate-ack").daemon().start(telling::run);
    telling.wake();
  }

  /// Keeps what is known if there is something new; called every second.
  void keep() {
    memory.keepIn(store);
  }

  /// Says goodbye and stops following.
  void close() {
    following.interrupt();
    // Nothing may be told after the goodbye.
    Optional.ofNullable(acknowledging).ifPresent(FollowingWiring::end);
    Optional.ofNullable(acknowledger).ifPresent(Acknowledger::sayGoodbye);
    feed.close();
    memory.keepIn(store);
  }

  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(LAST_WORD);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wakeAcknowledger() {
    Optional.ofNullable(acknowledger).ifPresent(Acknowledger::wake);
  }

  private void meter(MeterRegistry registry) {
    FunctionCounter.builder("streamgate.revocation.sync.failures", health, SyncHealth::failures)
        .register(registry);
    Gauge.builder("streamgate.revocation.sync.age.seconds", health, it -> it.silence().toSeconds())
        .register(registry);
  }
}
