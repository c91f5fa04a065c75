package dev.streamgate.server.content.http;

import dev.streamgate.server.content.ContentJournal.ContentMetrics;
import dev.streamgate.server.foundation.Metrics;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts for Prometheus what partners and players are given (API §6).
public final class ContentCounters implements ContentMetrics {
  private final MeterRegistry registry;

  public ContentCounters(Metrics metrics) {
    this.registry = metrics.registry();
  }

  @Override
  public void tokenIssued(String family) {
    registry.counter("streamgate_tokens_issued_total", "family", family).increment();
  }

  @Override
  public void playlistAsked(String result) {
    registry.counter("streamgate_hls_signatures_total", "result", result).increment();
  }
}
