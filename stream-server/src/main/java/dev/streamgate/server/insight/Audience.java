package dev.streamgate.server.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// How many sessions are alive, asked of the database once a second at the most, however often
/// somebody looks. Thread-safe; who comes while it is being asked gets the last answer.
public final class Audience {
  private static final Duration SERVES_FOR = Duration.ofSeconds(1);

  private final SessionFigures figures;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Count last = new Count(Instant.EPOCH, Map.of());

  private record Count(Instant at, Map<Integer, Long> ticketsBySessions) {}

  public Audience(SessionFigures figures, InstantSource clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /// Live sessions.
  public long sessions() {
    return ticketsBySessions().entrySet().stream()
        .mapToLong(entry -> entry.getKey() * entry.getValue())
        .sum();
  }

  /// How many tickets have at least `least` and at most `most` live sessions.
  public long ticketsWith(int least, int most) {
    return ticketsBySessions().entrySet().stream()
        .filter(entry -> entry.getKey() >= least && entry.getKey() <= most)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<Integer, Long> ticketsBySessions() {
    Instant now = clock.instant();
    if (!now.isBefore(last.at().plus(SERVES_FOR)) && turn.tryLock()) {
      try {
        last = new Count(now, Map.copyOf(figures.ticketsBySessions(now)));
      } finally {
        turn.unlock();
      }
    }
    return last.ticketsBySessions();
  }
}
