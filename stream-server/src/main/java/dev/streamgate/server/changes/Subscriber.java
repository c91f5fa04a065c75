package dev.streamgate.server.changes;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.server.changes.FeedSource.Tail;
import dev.streamgate.server.denials.Denials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Follows the platform's feed on one thread: asks for what it missed, then listens to the stream;
/// while that cannot be had it asks again and again (Spec, rules §10). Whatever is applied is told
/// to `applied`, which must not block.
public final class Subscriber {
  /// How long an open stream may say nothing; the platform says something every 15 seconds.
  private static final Duration SILENCE = Duration.ofSeconds(45);

  /// How long a stream may take to say its first word. One that a proxy holds back is none.
  private static final Duration FIRST_WORD = Duration.ofSeconds(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final FeedSource source;
  private final EdgeMemory memory;
  private final SyncHealth health;
  private final Duration pollInterval;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Runnable applied;
  private Duration pause = FIRST_PAUSE;
  private Instant caughtUpAt = Instant.EPOCH;

  /// @param pollInterval how often the platform is asked while the stream cannot be had
  /// @param random spreads the attempts of many edges
  public Subscriber(Edge edge, Duration pollInterval, InstantSource clock, RandomGenerator random) {
    this.source = edge.source();
    this.memory = edge.memory();
    this.health = edge.health();
    this.applied = edge.applied();
    this.pollInterval = pollInterval;
    this.clock = clock;
    this.random = random;
  }

  /// The parts of an edge that its subscriber works on.
  public record Edge(FeedSource source, EdgeMemory memory, SyncHealth health, Runnable applied) {}

  /// Asks for all that was missed.
  private void catchUp() throws IOException, InterruptedException {
    RevocationSyncResponse page = source.after(memory.cursor());
    if (memory.mustForget(page.logId(), page.cursor())) {
      startAgain();
    } else {
      memory.apply(page);
      while (page.more()) {
        page = source.after(page.cursor());
        memory.apply(page);
      }
    }
    caughtUpAt = clock.instant();
    health.heard();
    applied.run();
  }

  /// Follows until this thread is interrupted.
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        followOnce();
        Thread.sleep(nextPause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // told to end
    }
  }

  /// One round: what was missed, if it is time to ask for that, and the stream for as long as it
  /// lasts.
  private void followOnce() throws InterruptedException {
    try {
      if (isDue()) {
        catchUp();
      }
    } catch (IOException | RuntimeException e) {
      health.failed(reason(e));
      return;
    }
    try {
      listen();
    } catch (IOException | RuntimeException e) {
      health.lostStream(reason(e));
    }
  }

  /// While the stream cannot be had, an edge that must not be blind for long asks as often as that
  /// takes.
  private boolean isDue() {
    Duration patience = shorter(pollInterval, health.certainFor());
    return !caughtUpAt.plus(patience).isAfter(clock.instant());
  }

  private void listen() throws IOException, InterruptedException {
    try (Tail tail = source.follow(memory.cursor())) {
      boolean goesOn = take(tail.next(FIRST_WORD));
      pause = FIRST_PAUSE;
      caughtUpAt = Instant.EPOCH; // when this stream has ended it is time to ask
      health.foundStream();
      while (goesOn) {
        goesOn = take(word(tail));
      }
    }
  }

  /// Waits for the stream's next word. An edge that must not be blind for long asks in between,
  /// because a stream has no need to say anything for longer than that.
  private Optional<RevocationSyncResponse> word(Tail tail)
      throws IOException, InterruptedException {
    Duration patience = shorter(SILENCE, health.certainFor());
    for (Duration left = SILENCE; left.isPositive(); left = left.minus(patience)) {
      try {
        return tail.next(patience);
      } catch (SilenceException e) {
        catchUp();
      }
    }
    throw new SilenceException();
  }

  /// @return whether the stream can go on telling; it cannot if it told of another log
  private boolean take(Optional<RevocationSyncResponse> told) {
    if (told.filter(page -> memory.mustForget(page.logId(), page.cursor())).isPresent()) {
      return false;
    }
    told.ifPresent(page -> {
      memory.apply(page);
      applied.run();
    });
    health.heard();
    return true;
  }

  /// Gathers all that is in force aside and takes it over in one go, so that nothing which is
  /// refused now and then is allowed in between. What is to be refused is refused at once.
  private void startAgain() throws IOException, InterruptedException {
    Denials gathered = new Denials();
    RevocationSyncResponse page = source.after(0);
    memory.gather(page, gathered);
    while (page.more()) {
      page = source.after(page.cursor());
      memory.gather(page, gathered);
    }
    memory.replaceBy(gathered, page);
  }

  private static String reason(Exception failure) {
    return Optional.ofNullable(failure.getMessage())
        .orElseGet(() -> failure.getClass().getSimpleName());
  }

  private Duration nextPause() {
    Duration next = pause;
    pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    return shorter(next, pollInterval).multipliedBy(random.nextInt(50, 101)).dividedBy(100);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
