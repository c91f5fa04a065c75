package dev.streamgate.server.media;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds of file that are served, known by their extension (Spec, media §5). Nothing else in a
/// stream folder can be fetched.
public enum ContentType {
  PLAYLIST("application/vnd.apple.mpegurl"),
  TRANSPORT_STREAM("video/mp2t"),
  FRAGMENTED_VIDEO("video/mp4"),
  FRAGMENTED_AUDIO("audio/mp4"),
  AUDIO("audio/aac"),
  SUBTITLES("text/vtt"),
  JPEG("image/jpeg"),
  PNG("image/png");

  private static final Map<String, ContentType> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("m3u8", PLAYLIST),
          Map.entry("ts", TRANSPORT_STREAM),
          Map.entry("fmp4", FRAGMENTED_VIDEO),
          Map.entry("m4s", FRAGMENTED_VIDEO),
          Map.entry("mp4", FRAGMENTED_VIDEO),
          Map.entry("m4a", FRAGMENTED_AUDIO),
          Map.entry("aac", AUDIO),
          Map.entry("vtt", SUBTITLES),
          Map.entry("webvtt", SUBTITLES),
          Map.entry("jpg", JPEG),
          Map.entry("png", PNG));

  private final String mediaType;

  ContentType(String mediaType) {
    this.mediaType = mediaType;
  }

  /// Empty if files of this name are not served.
  public static Optional<ContentType> ofFile(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_EXTENSION.get(extension));
  }

  /// The value of the header `Content-Type`.
  public String mediaType() {
    return mediaType;
  }
}
