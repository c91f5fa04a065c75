package dev.streamgate.server;

import dev.streamgate.server.content.PlaylistFetch;
import dev.streamgate.server.content.PlaylistFetch.Fetched;
import dev.streamgate.server.content.client.RemotePlaylists;
import dev.streamgate.server.media.PlaylistReading;
import dev.streamgate.server.media.PlaylistReading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the deciding side reads playlists that it passes on: in this process, or from the media
/// side.
///
/// @param end called when none will be read any more
record PlaylistSight(PlaylistFetch fetch, Runnable end) {
  private static final Logger LOG = LoggerFactory.getLogger(PlaylistSight.class);

  static PlaylistSight of(Base base, Optional<MediaWiring> media) {
    return media.map(it -> inProcess(it.reading)).orElseGet(() -> remote(base));
  }

  private static PlaylistSight inProcess(PlaylistReading reading) {
    return new PlaylistSight((path, token) -> read(reading, path, token), () -> {});
  }

  private static Fetched read(PlaylistReading reading, String path, String token) {
    try {
      return switch (reading.read(path, token)) {
        case Reading.Found(var playlist) ->
            new Fetched.Found(new String(playlist.bytes(), StandardCharsets.ISO_8859_1));
        case Reading.Denied() -> new Fetched.Refused();
        case Reading.Missing() -> new Fetched.Missing();
      };
    } catch (IOException e) {
      LOG.warn("reading a playlist failed", e);
      return new Fetched.Unavailable();
    }
  }

  private static PlaylistSight remote(Base base) {
    RemotePlaylists playlists =
        new RemotePlaylists(base.config.portal().mediaBaseUrl().orElseThrow());
    return new PlaylistSight(playlists, playlists::close);
  }
}
