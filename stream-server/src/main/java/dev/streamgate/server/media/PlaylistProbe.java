package dev.streamgate.server.media;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// Looks at an event's first media playlist, following a multivariant playlist to it, to learn
/// whether the event is live or recorded. Thread-safe.
public final class PlaylistProbe {
  private final ContentSource source;

  public PlaylistProbe(ContentSource source) {
    this.source = source;
  }

  /// Empty if there is no media playlist to be read.
  public Optional<PlaylistState> probe(EventId event) {
    String address = StreamPath.playlistOf(event);
    Optional<Seen> first = look(address);
    if (first.filter(seen -> seen.playlist().isMultivariant()).isEmpty()) {
      return first.map(Seen::state);
    }
    return first
        .flatMap(seen -> seen.playlist().firstVariant())
        .flatMap(variant -> resolve(address, variant))
        .flatMap(this::look)
        .filter(seen -> !seen.playlist().isMultivariant())
        .map(Seen::state);
  }

  private record Seen(Playlist playlist, Validators validators) {
    PlaylistState state() {
      return new PlaylistState(playlist.kind(), validators.lastModified(), validators.etag());
    }
  }

  private Optional<Seen> look(String rawPath) {
    return MediaPath.of(rawPath).flatMap(this::read).filter(seen -> seen.playlist().isPlaylist());
  }

  /// A playlist that cannot be read is as good as none; the next look may find it again.
  private Optional<Seen> read(MediaPath path) {
    try {
      Optional<Content> opened = source.open(path);
      return opened.isEmpty() ? Optional.empty() : Optional.of(read(opened.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Seen read(Content content) throws IOException {
    try (content) {
      return new Seen(Playlist.read(content), content.validators());
    }
  }

  private static Optional<String> resolve(String base, String address) {
    try {
      URI resolved = URI.create(base).resolve(address);
      return Optional.ofNullable(resolved.isAbsolute() ? null : resolved.getRawPath());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
