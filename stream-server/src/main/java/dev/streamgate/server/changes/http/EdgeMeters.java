package dev.streamgate.server.changes.http;

import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.Stragglers;
import dev.streamgate.server.foundation.LatestFigure;
import dev.streamgate.server.foundation.Metrics;
import io.micrometer.core.instrument.Gauge;
import java.util.function.LongSupplier;

/// The figures for Prometheus about edges that hold changes up (API §6). They are looked for beside
/// the scrapes, since they take a look at the database.
public final class EdgeMeters {
  private final Edges edges;
  private final LatestFigure lost;
  private final LatestFigure behind;

  /// @param nanoTime a clock that nobody sets
  public EdgeMeters(Metrics metrics, Edges edges, LongSupplier nanoTime) {
    this.edges = edges;
    this.lost = new LatestFigure(nanoTime);
    this.behind = new LatestFigure(nanoTime);
    Gauge.builder("streamgate.edges.lost", lost, LatestFigure::value)
        .strongReference(true)
        .register(metrics.registry());
    Gauge.builder("streamgate.edges.behind.seconds", behind, LatestFigure::value)
        .strongReference(true)
        .register(metrics.registry());
  }

  /// Looks anew; called every few seconds by one thread. What fails is for the caller.
  public void look() {
    try {
      Stragglers found = edges.stragglers();
      lost.is(found.lost());
      behind.is(found.behind().toSeconds());
    } catch (RuntimeException e) {
      lost.isUnknown();
      behind.isUnknown();
      throw e;
    }
  }
}
