package dev.streamgate.server.media;

/// What a media playlist promises about the event.
public enum PlaylistKind {
  /// More will come.
  LIVE,
  /// Complete, from the beginning to the end.
  RECORDING,
  /// It has ended, but what was before its first segment is gone.
  PARTIAL
}
