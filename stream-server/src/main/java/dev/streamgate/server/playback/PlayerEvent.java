package dev.streamgate.server.playback;

/// What a player says it did; only counted (API §2.7).
public enum PlayerEvent {
  PLAY,
  PAUSE,
  SEEK,
  COMPLETE,
  ERROR,
  HEARTBEAT
}
