package dev.streamgate.model.playback;

/// Settings the portal hands to its player (API §2.2).
public record PlayerConfig(
    int liveSyncDurationCount, int backBufferLength, boolean lowLatencyMode) {
  public static final PlayerConfig DEFAULT = new PlayerConfig(2, 0, true);
}
