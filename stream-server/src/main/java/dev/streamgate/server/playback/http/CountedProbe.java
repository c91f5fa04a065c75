package dev.streamgate.server.playback.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.playback.StreamProbe;
import dev.streamgate.server.playback.StreamSighting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/// Counts the looks at playlists for Prometheus, by what they found (API §6).
public final class CountedProbe implements StreamProbe {
  private final StreamProbe probe;
  private final Counter found;
  private final Counter nothing;
  private final Counter failed;

  public CountedProbe(StreamProbe probe, Metrics metrics) {
    this.probe = probe;
    this.found = counter(metrics.registry(), "found");
    this.nothing = counter(metrics.registry(), "nothing");
    this.failed = counter(metrics.registry(), "failed");
  }

  @Override
  public Optional<StreamSighting> look(EventId event) {
    Counter result = failed;
    try {
      Optional<StreamSighting> sighting = probe.look(event);
      result = sighting.isPresent() ? found : nothing;
      return sighting;
    } finally {
      result.increment();
    }
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("streamgate.status.probes").tag("result", result).register(registry);
  }
}
