package dev.streamgate.server.playback.http;

import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.playback.AuthFailure;
import dev.streamgate.server.playback.PlaybackMetrics;
import dev.streamgate.server.playback.PlayerEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// Counts for Prometheus what happens at the door (API §6).
public final class PlaybackCounters implements PlaybackMetrics {
  private static final String ACCEPTED = "ok";

  private final MeterRegistry registry;

  public PlaybackCounters(Metrics metrics) {
    this.registry = metrics.registry();
  }

  @Override
  public void codeShown(String reason) {
    String result = reason.equals(ACCEPTED) ? "accepted" : "refused";
    registry
        .counter("streamgate_token_validations_total", "result", result, "reason", reason)
        .increment();
  }

  @Override
  public void tokenIssued() {
    registry.counter("streamgate_tokens_issued_total", "family", "viewer").increment();
  }

  @Override
  public void authFailed(AuthFailure cause) {
    registry
        .counter("streamgate_auth_failures_total", "cause", cause.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  @Override
  public void playerEvent(PlayerEvent event) {
    registry
        .counter("streamgate_player_events_total", "event", event.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
