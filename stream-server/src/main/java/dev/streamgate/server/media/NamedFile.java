package dev.streamgate.server.media;

import java.util.Map;
import java.util.Optional;

/// A file that a playlist names for players to fetch.
///
/// @param address as a player understands it: the variables that the playlist defines are replaced
public record NamedFile(Kind kind, String address) {
  private static final Map<String, Kind> TAGS =
      Map.of(
          "#EXT-X-MEDIA", Kind.PLAYLIST,
          "#EXT-X-I-FRAME-STREAM-INF", Kind.PLAYLIST,
          "#EXT-X-MAP", Kind.INITIALISATION,
          "#EXT-X-KEY", Kind.KEY,
          "#EXT-X-SESSION-KEY", Kind.KEY);

  /// What it is to a player.
  public enum Kind {
    /// A variant or a rendition.
    PLAYLIST,
    SEGMENT,
    /// What segments cannot be read without (RFC 8216 §4.3.2.5).
    INITIALISATION,
    KEY
  }

  /// What a line of a playlist names. Parts and hints come and go too quickly to be held to
  /// anything.
  static Optional<Kind> kindIn(String line, boolean isMultivariant) {
    if (PlaylistLines.isAddress(line)) {
      return Optional.of(isMultivariant ? Kind.PLAYLIST : Kind.SEGMENT);
    }
    return PlaylistTag.of(line).map(tag -> TAGS.get(tag.name()));
  }

  /// Whether it leads to another host, or cannot be told without another playlist.
  public boolean isElsewhere() {
    return ChildAddresses.isAbsolute(address) || PlaylistVariables.isReferredToIn(address);
  }

  /// Where it leads from the playlist that names it; empty if nothing could be served from there.
  public Optional<MediaPath> seenFrom(MediaPath playlist) {
    return PlaylistAddress.resolve(playlist, address);
  }
}
