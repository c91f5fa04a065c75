package dev.streamgate.server.media;

import dev.streamgate.model.playback.StreamPath;
import java.io.IOException;
import java.util.Optional;

/// Gives the multivariant playlist of an encoder that calls it `master.m3u8` to those who ask for
/// `stream.m3u8` (Spec, media §4).
public final class FallbackPlaylist implements ContentSource {
  private final ContentSource source;

  public FallbackPlaylist(ContentSource source) {
    this.source = source;
  }

  @Override
  public Optional<Content> open(ContentRequest request) throws IOException {
    Optional<Content> content = source.open(request);
    if (content.isPresent() || !request.path().fileName().equals(StreamPath.PLAYLIST)) {
      return content;
    }
    return source.open(request.withFileName(StreamPath.FALLBACK_PLAYLIST));
  }
}
