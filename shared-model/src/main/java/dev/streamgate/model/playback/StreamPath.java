package dev.streamgate.model.playback;

import dev.streamgate.model.events.EventId;

/// Where an event's video lies on the media side.
public final class StreamPath {
  public static final String PREFIX = "/streams/";
  public static final String PLAYLIST = "stream.m3u8";
  public static final String FALLBACK_PLAYLIST = "master.m3u8";

  private StreamPath() {}

  /// `/streams/<eventId>/`.
  public static String buildStreamPathPrefix(EventId eventId) {
    return PREFIX + eventId.value() + "/";
  }

  /// `/streams/<eventId>/stream.m3u8`.
  public static String playlistOf(EventId eventId) {
    return buildStreamPathPrefix(eventId) + PLAYLIST;
  }

  /// Whether a normalised path lies below a prefix; the prefix itself ends with `/`.
  public static boolean isPathAllowed(String path, String prefix) {
    return prefix.endsWith("/") && path.length() > prefix.length() && path.startsWith(prefix);
  }
}
