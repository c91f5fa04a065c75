package dev.streamgate.server.insight.http;

import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.insight.SilentStreams;
import io.micrometer.core.instrument.Gauge;
import java.util.concurrent.atomic.AtomicLong;

/// The figure for Prometheus that tells of encoders that stopped (API §6). It is looked for beside
/// the scrapes, since it takes a look at streams and at the database.
public final class StreamMeters {
  private final SilentStreams streams;
  private final AtomicLong silent = new AtomicLong();

  public StreamMeters(Metrics metrics, SilentStreams streams) {
    this.streams = streams;
    Gauge.builder("streamgate.streams.silent", silent, AtomicLong::get)
        .strongReference(true)
        .register(metrics.registry());
  }

  /// Looks anew; called every few seconds by one thread.
  public void look() {
    silent.set(streams.count());
  }
}
