package dev.streamgate.server.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// This process among the edges: it serves media, so changes wait for it like for any other (Spec,
/// rules §10). What is in force here is taken down at once and reported soon after. Thread-safe.
public final class OwnEdge {
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

  private final Edges edges;
  private final InstantSource clock;
  private final Queue<Applied> unreported = new ConcurrentLinkedQueue<>();
  private volatile boolean registered;
  private Optional<Acknowledgement> lastSaid = Optional.empty();
  private Instant saidAt = Instant.EPOCH;

  public OwnEdge(Edges edges, InstantSource clock) {
    this.edges = edges;
    this.clock = clock;
  }

  /// Makes this process known, with all changes up to the cursor in force.
  public synchronized void register(Acknowledgement identity) {
    registered = true;
    say(identity, clock.instant());
    report();
  }

  /// Takes down that all changes up to a number are in force here.
  ///
  /// What is applied before this process is registered is part of what it registers with; a process
  /// that never is has nothing to report.
  public void applied(long seq) {
    if (registered) {
      unreported.add(new Applied(seq, clock.instant()));
    }
  }

  /// Reports what was taken down since, and at least every 30 seconds that this process is there.
  /// Before this process is registered it reports nothing.
  public synchronized void report() {
    if (lastSaid.isEmpty()) {
      return;
    }
    for (Applied next = unreported.peek(); next != null; next = unreported.peek()) {
      say(lastSaid.get().at(next.seq()), next.at());
      unreported.remove();
    }
    if (!saidAt.plus(SIGN_OF_LIFE).isAfter(clock.instant())) {
      say(lastSaid.get(), clock.instant());
    }
  }

  /// Says that this process ends.
  public synchronized void sayGoodbye() {
    report();
    lastSaid.map(Acknowledgement::last).ifPresent(edges::acknowledge);
    lastSaid = Optional.empty();
  }

  private void say(Acknowledgement said, Instant at) {
    edges.acknowledge(said, at);
    lastSaid = Optional.of(said);
    saidAt = clock.instant();
  }

  private record Applied(long seq, Instant at) {}
}
