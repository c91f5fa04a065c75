package dev.streamgate.server.changes.http;

import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.Stragglers;
import dev.streamgate.server.foundation.Metrics;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;

/// The figures for Prometheus about edges that hold changes up (API §6). They are looked for beside
/// the scrapes, since they take a look at the database.
public final class EdgeMeters {
  private final Edges edges;
  private volatile Stragglers last = new Stragglers(0, Duration.ZERO);

  public EdgeMeters(Metrics metrics, Edges edges) {
    this.edges = edges;
    Gauge.builder("streamgate.edges.lost", this, it -> it.last.lost())
        .strongReference(true)
        .register(metrics.registry());
    Gauge.builder("streamgate.edges.behind.seconds", this, it -> it.last.behind().toSeconds())
        .strongReference(true)
        .register(metrics.registry());
  }

  /// Looks anew; called every few seconds by one thread.
  public void look() {
    last = edges.stragglers();
  }
}
