package dev.streamgate.server.media.http;

import dev.streamgate.server.media.SourceMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Counts for Prometheus where bytes come from (API §6). Every meter is looked up once.
public final class SourceCounters implements SourceMetrics {
  private final Map<CacheResult, Counter> cache = new EnumMap<>(CacheResult.class);
  private final Map<UpstreamResult, Counter> upstream = new EnumMap<>(UpstreamResult.class);

  public SourceCounters(MeterRegistry registry) {
    for (CacheResult result : CacheResult.values()) {
      cache.put(result, counter(registry, "streamgate.segment.cache.requests", result));
    }
    for (UpstreamResult result : UpstreamResult.values()) {
      upstream.put(result, counter(registry, "streamgate.upstream.requests", result));
    }
  }

  @Override
  public void cacheAsked(CacheResult result) {
    count(cache, result);
  }

  @Override
  public void upstreamAsked(UpstreamResult result) {
    count(upstream, result);
  }

  private static <R extends Enum<R>> void count(Map<R, Counter> counters, R result) {
    Counter counter = counters.get(result);
    if (counter != null) {
      counter.increment();
    }
  }

  private static Counter counter(MeterRegistry registry, String name, Enum<?> result) {
    return registry.counter(name, "result", result.name().toLowerCase(Locale.ROOT));
  }
}
