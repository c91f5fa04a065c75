package dev.streamgate.server.media;

import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Reads a playlist for the holder of a playback token, under the rules that hold for a request of
/// that playlist; for those in this process who pass it on. Thread-safe.
public final class PlaylistReading {
  private final MediaAuthorizer authorizer;
  private final HeightLimits heights;
  private final ContentSource source;

  public PlaylistReading(MediaAuthorizer authorizer, HeightLimits heights, ContentSource source) {
    this.authorizer = authorizer;
    this.heights = heights;
    this.source = source;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// The playlist, without what the token does not open.
    record Found(Playlist playlist) implements Reading {}

    /// The token does not open it.
    record Denied() implements Reading {}

    /// There is none.
    record Missing() implements Reading {}
  }

  /// Reads a playlist.
  ///
  /// @param rawPath below `/streams/`, as it would come over the wire
  /// @throws IOException if it is there, or may be, and cannot be read
  public Reading read(String rawPath, String token) throws IOException {
    Credential shown = new Credential.Token(Credential.Carrier.BEARER, token);
    MediaRequest request = new MediaRequest(rawPath, false, () -> "");
    return switch (heights.limit(authorizer.decide(List.of(shown), request))) {
      case Refused _ -> new Reading.Denied();
      case Granted granted -> read(granted);
    };
  }

  private Reading read(Granted granted) throws IOException {
    Optional<Content> found = source.open(granted.path());
    if (found.isEmpty()) {
      return new Reading.Missing();
    }
    try (Content content = found.get()) {
      Playlist playlist = content.playlist();
      Integer maxHeight = granted.claims().maxHeight();
      return new Reading.Found(
          maxHeight != null && playlist.isMultivariant() ? playlist.upTo(maxHeight) : playlist);
    }
  }
}
