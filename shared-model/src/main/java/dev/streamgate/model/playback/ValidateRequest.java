package dev.streamgate.model.playback;

import org.jspecify.annotations.Nullable;

/// A code to be redeemed (API §2.2).
public record ValidateRequest(
    @Nullable String code,
    boolean takeover,
    @Nullable String deviceName,
    @Nullable String eventId) {
  @Override
  public String toString() {
    return "ValidateRequest";
  }
}
