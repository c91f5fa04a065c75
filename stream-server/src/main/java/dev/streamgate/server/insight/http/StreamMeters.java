package dev.streamgate.server.insight.http;

import dev.streamgate.server.foundation.LatestFigure;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.insight.SilentStreams;
import io.micrometer.core.instrument.Gauge;
import java.util.function.LongSupplier;

/// The figure for Prometheus that tells of encoders that stopped (API §6). It is looked for beside
/// the scrapes, since it takes a look at streams and at the database.
public final class StreamMeters {
  private final SilentStreams streams;
  private final LatestFigure silent;

  /// @param nanoTime a clock that nobody sets
  public StreamMeters(Metrics metrics, SilentStreams streams, LongSupplier nanoTime) {
    this.streams = streams;
    this.silent = new LatestFigure(nanoTime);
    Gauge.builder("streamgate.streams.silent", silent, LatestFigure::value)
        .strongReference(true)
        .register(metrics.registry());
  }

  /// Looks anew; called every few seconds by one thread. What fails is for the caller.
  public void look() {
    try {
      silent.is(streams.count());
    } catch (RuntimeException e) {
      silent.isUnknown();
      throw e;
    }
  }
}
