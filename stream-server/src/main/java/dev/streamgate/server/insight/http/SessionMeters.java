package dev.streamgate.server.insight.http;

import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.insight.Audience;
import dev.streamgate.server.insight.SessionFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// The figures about sessions for Prometheus (API §6): how many are alive, how many tickets have
/// one or several, and how long they lasted.
public final class SessionMeters {
  /// A ticket has up to five sessions (Spec, rules §1).
  private static final int MOST_SESSIONS = 5;

  private static final Duration[] LENGTHS = {
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1),
    Duration.ofHours(2),
    Duration.ofHours(4),
    Duration.ofHours(8)
  };

  private final SessionFigures figures;
  private final AtomicLong lastRow;
  private final Timer lengths;

  /// Sessions count from now on.
  public SessionMeters(Metrics metrics, SessionFigures figures, Audience audience) {
    this.figures = figures;
    this.lastRow = new AtomicLong(figures.newestRow());
    MeterRegistry registry = metrics.registry();
    this.lengths =
        Timer.builder("streamgate.session").serviceLevelObjectives(LENGTHS).register(registry);
    // Nobody else holds on to the audience, and the registry by itself would not.
    Gauge.builder("streamgate.active.sessions", audience, Audience::sessions)
        .strongReference(true)
        .register(registry);
    for (int sessions = 1; sessions < MOST_SESSIONS; sessions++) {
      register(registry, audience, sessions, sessions, Integer.toString(sessions));
    }
    register(registry, audience, MOST_SESSIONS, Integer.MAX_VALUE, MOST_SESSIONS + " or more");
  }

  /// Takes in the sessions that ended since the last call; called every few seconds by one thread.
  public void followEndings() {
    for (SessionFigures.Ended ended : figures.endedAfter(lastRow.get())) {
      lengths.record(ended.length());
      lastRow.set(ended.row());
    }
  }

  private static void register(
      MeterRegistry registry, Audience audience, int least, int most, String label) {
    Gauge.builder("streamgate.viewers.by.sessions", audience, it -> it.ticketsWith(least, most))
        .tag("sessions", label)
        .strongReference(true)
        .register(registry);
  }
}
