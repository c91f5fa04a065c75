package dev.streamgate.server.content.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.content.PlaylistFetch.Fetched;
import dev.streamgate.server.fixtures.UpstreamServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What comes of asking a media server for a playlist.
class RemotePlaylistsTest {
  private static final String PATH = "/streams/evt-1/stream.m3u8";

  private UpstreamServer media;
  private RemotePlaylists playlists;

  @BeforeEach
  void start() throws IOException {
    media = new UpstreamServer();
    playlists = new RemotePlaylists(media.origin());
  }

  @AfterEach
  void stop() {
    playlists.close();
    media.close();
  }

  @Test
  void aPlaylistComesWithEveryByte() {
    media.has(PATH, new byte[] {'#', 'E', (byte) 0xff, 0, '\n'});
    assertThat(playlists.fetch(PATH, "token")).isEqualTo(new Fetched.Found("#E\u00ff\u0000\n"));
  }

  @Test
  void theMediaSideDecides() {
    media.status(PATH, 403);
    assertThat(playlists.fetch(PATH, "token")).isEqualTo(new Fetched.Refused());
    media.status(PATH, 404);
    assertThat(playlists.fetch(PATH, "token")).isEqualTo(new Fetched.Missing());
    media.status(PATH, 502);
    assertThat(playlists.fetch(PATH, "token")).isEqualTo(new Fetched.Unavailable());
  }

  @Test
  void moreThanAnyPlaylistIsNotKept() {
    media.has(PATH, new byte[9 * 1024 * 1024]);
    assertThat(playlists.fetch(PATH, "token")).isEqualTo(new Fetched.Unavailable());
  }

  @Test
  @Timeout(20)
  void aPlaylistThatStopsInTheMiddleIsNotWaitedFor() {
    media.on(
        PATH,
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('#');
          exchange.getResponseBody().flush();
          TimeUnit.SECONDS.sleep(60);
        });
    try (RemotePlaylists hasty = new RemotePlaylists(media.origin(), Duration.ofMillis(500))) {
      assertThat(hasty.fetch(PATH, "token")).isEqualTo(new Fetched.Unavailable());
    }
  }

  @Test
  void aServerThatIsAwayTellsNothing() {
    media.close();
    assertThat(playlists.fetch(PATH, "token")).isEqualTo(new Fetched.Unavailable());
  }
}
