package dev.streamgate.server.playback.http;

import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.playback.AuthFailure;
import dev.streamgate.server.playback.PlaybackMetrics;
import dev.streamgate.server.playback.PlayerEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;

/// Counts for Prometheus what happens at the door (API §6).
public final class PlaybackCounters implements PlaybackMetrics {
  private static final String ACCEPTED = "ok";

  private final MeterRegistry registry;

  /// What may happen is counted from 0 on: Prometheus takes no notice of a figure's first value.
  public PlaybackCounters(Metrics metrics) {
    this.registry = metrics.registry();
    issued();
    Arrays.stream(AuthFailure.values()).forEach(this::failures);
    Arrays.stream(PlayerEvent.values()).forEach(this::events);
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
    issued().increment();
  }

  @Override
  public void authFailed(AuthFailure cause) {
    failures(cause).increment();
  }

  @Override
  public void playerEvent(PlayerEvent event) {
    events(event).increment();
  }

  private Counter issued() {
    return registry.counter("streamgate_tokens_issued_total", "family", "viewer");
  }

  private Counter failures(AuthFailure cause) {
    return registry.counter("streamgate_auth_failures_total", "cause", label(cause));
  }

  private Counter events(PlayerEvent event) {
    return registry.counter("streamgate_player_events_total", "event", label(event));
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
