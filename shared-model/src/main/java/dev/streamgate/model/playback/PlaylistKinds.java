package dev.streamgate.model.playback;

/// How a media server tells a platform what an event's playlist is (Spec, amendments).
public final class PlaylistKinds {
  /// The header of the answer to a probe.
  public static final String HEADER = "X-Playlist-Kind";

  /// More will come.
  public static final String LIVE = "live";

  /// Complete, from the beginning to the end.
  public static final String RECORDING = "recording";

  /// Nothing that could be watched.
  public static final String NONE = "none";

  private PlaylistKinds() {}
}
