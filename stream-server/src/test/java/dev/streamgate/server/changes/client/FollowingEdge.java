package dev.streamgate.server.changes.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.Acknowledger;
import dev.streamgate.server.changes.EdgeMemory;
import dev.streamgate.server.changes.FeedSource;
import dev.streamgate.server.changes.Subscriber;
import dev.streamgate.server.changes.SyncHealth;
import dev.streamgate.server.denials.Denials;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// An edge that follows a feed until it is closed.
final class FollowingEdge implements AutoCloseable {
  static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Denials denials = new Denials();
  final EdgeMemory memory;
  final SyncHealth health;
  private final Acknowledger acknowledger;
  private final Subscriber subscriber;
  private final Thread[] threads;

  FollowingEdge(FeedSource source, InstantSource clock) {
    this(source, clock, Optional.empty());
  }

  FollowingEdge(FeedSource source, InstantSource clock, Optional<Duration> maxStaleness) {
    memory = new EdgeMemory(denials, clock);
    health = new SyncHealth(clock, maxStaleness);
    acknowledger =
        new Acknowledger(
            source, memory, new Acknowledgement("edge-1", 0, null, "1.0", "instance-1", false));
    subscriber =
        new Subscriber(
            new Subscriber.Edge(source, memory, health, acknowledger::wake),
            POLL,
            clock,
            new Random(1));
    threads =
        new Thread[] {
          Thread.ofVirtual().unstarted(subscriber::run),
          Thread.ofVirtual().unstarted(acknowledger::run)
        };
  }

  /// Begins to follow.
  FollowingEdge begin() {
    for (Thread thread : threads) {
      thread.start();
    }
    return this;
  }

  void sayGoodbye() {
    acknowledger.sayGoodbye();
  }

  /// Waits until something is so.
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Override
  public void close() {
    for (Thread thread : threads) {
      thread.interrupt();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
