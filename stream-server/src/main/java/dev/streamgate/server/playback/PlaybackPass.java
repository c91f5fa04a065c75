package dev.streamgate.server.playback;

import java.time.Duration;

/// A playback token and how long it lives.
public record PlaybackPass(String token, Duration life) {
  @Override
  public String toString() {
    return "PlaybackPass[" + life + "]";
  }
}
