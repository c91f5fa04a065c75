package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.TestTokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What viewers get whose credential names a maximum height.
class HeightTest {
  private static final String EVENT = "/streams/evt-1/";
  private static final String MULTIVARIANT =
      """
      #EXTM3U
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en",URI="audio/en.m3u8"
      #EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID="high",NAME="Main",URI="1080p/index.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=5,CODECS="avc1,mp4a",RESOLUTION=1920x1080,VIDEO="high",AUDIO="a"
      # a comment between
      1080p/index.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=2,RESOLUTION=1280x720,AUDIO="a"
      720p/index.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="mp4a.40.2"
      audio/only.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=4,RESOLUTION=2560x1440
      720p/high.m3u8
      #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,RESOLUTION=1920x1080,URI="1080p/iframes.m3u8"
      #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,RESOLUTION=640x360,URI="720p/iframes.m3u8"
      """;

  @TempDir Path root;
  private MediaServer server;

  @BeforeEach
  void start() throws IOException {
    write("stream.m3u8", MULTIVARIANT);
    for (String file :
        new String[] {
          "1080p/index.m3u8", "1080p/iframes.m3u8", "720p/index.m3u8", "720p/high.m3u8",
        }) {
      write(file, "#EXTM3U\n#EXTINF:2,\n0.ts\n#EXT-X-ENDLIST\n");
    }
    for (String folder : new String[] {"1080p", "1080p/deeper", "720p", "audio", "other"}) {
      write(folder + "/0.ts", "video");
    }
    server = new MediaServer(root);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void higherRenditionsAreNotListed() throws Exception {
    HttpResponse<String> answer = get(720, "stream.m3u8");

    assertThat(answer.body())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en",URI="audio/en.m3u8"
            # a comment between
            #EXT-X-STREAM-INF:BANDWIDTH=2,RESOLUTION=1280x720,AUDIO="a"
            720p/index.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="mp4a.40.2"
            audio/only.m3u8
            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,RESOLUTION=640x360,URI="720p/iframes.m3u8"
            """);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().map()).doesNotContainKeys("etag", "last-modified");
  }

  @Test
  void whoMaySeeAllGetsTheFileAsItIs() throws Exception {
    assertThat(server.get(EVENT + "stream.m3u8").body()).isEqualTo(MULTIVARIANT);
    assertThat(get(1440, "stream.m3u8").body()).isEqualTo(MULTIVARIANT);
    assertThat(server.get(EVENT + "1080p/0.ts").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "720, 1080p/index.m3u8, 403",
    "720, 1080p/iframes.m3u8, 403",
    "720, 1080p/0.ts, 403",
    "720, 1080p/deeper/0.ts, 403",
    "720, 1080p/missing.ts, 403",
    "720, 720p/index.m3u8, 200",
    "720, 720p/0.ts, 200",
    "720, 720p/high.m3u8, 403",
    "720, audio/0.ts, 200",
    "720, other/0.ts, 200",
    "720, missing/0.ts, 404",
    "1080, 1080p/index.m3u8, 200",
    "1080, 1080p/0.ts, 200",
    "1080, 720p/high.m3u8, 403",
    "360, 720p/index.m3u8, 403",
    "360, 720p/0.ts, 200",
    "144, audio/0.ts, 200",
  })
  void renditionsAboveTheHeightAndTheirFoldersAreClosed(int height, String file, int status)
      throws Exception {
    assertThat(get(height, file).statusCode()).isEqualTo(status);
  }

  @Test
  void aColdServerReadsThePlaylistFirstAndOpensNothingWithoutIt() throws Exception {
    Files.delete(root.resolve("evt-1/stream.m3u8"));

    assertThat(get(720, "720p/0.ts").statusCode()).isEqualTo(403);
    assertThat(get(720, "stream.m3u8").statusCode()).isEqualTo(404);
    assertThat(server.get(EVENT + "720p/0.ts").statusCode()).isEqualTo(200);
  }

  @Test
  void aPlaylistThatCannotBeReadOpensNothing() throws Exception {
    Files.delete(root.resolve("evt-1/stream.m3u8"));
    Path tooLong = root.resolve("evt-1/stream.m3u8");
    Files.write(tooLong, new byte[8 * 1024 * 1024 + 1]);

    assertThat(get(720, "720p/0.ts").statusCode()).isEqualTo(403);
  }

  @Test
  void thePlaylistOfAnItemHoldsBelowIt() throws Exception {
    write("item/stream.m3u8", MULTIVARIANT);
    write("item/1080p/0.ts", "video");
    write("item/720p/0.ts", "video");

    assertThat(get(720, "item/1080p/0.ts").statusCode()).isEqualTo(403);
    assertThat(get(720, "item/720p/0.ts").statusCode()).isEqualTo(200);
  }

  @Test
  void aResolutionThatCannotBeReadMightBeAny() throws Exception {
    write(
        "item/stream.m3u8",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=HD\na/b.m3u8\n#EXT-X-VERSION:3");
    write("item/a/b.m3u8", "#EXTM3U\n");

    assertThat(get(4320, "item/stream.m3u8").body()).isEqualTo("#EXTM3U\n#EXT-X-VERSION:3");
    assertThat(get(4320, "item/a/b.m3u8").statusCode()).isEqualTo(403);
  }

  @Test
  void renditionsBehindVariablesAreFound() throws Exception {
    write(
        "item/stream.m3u8",
        """
        #EXTM3U
        #EXT-X-DEFINE:NAME="at",VALUE="/streams/evt-1/item/big"
        #EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1920x1080
        {$at}/b.m3u8
        """);
    write("item/big/b.m3u8", "#EXTM3U\n");

    assertThat(get(720, "item/big/b.m3u8").statusCode()).isEqualTo(403);
    assertThat(get(1080, "item/big/b.m3u8").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsLeftCarriesTheCredential() throws Exception {
    String token = server.tokens.mint(TestTokens.viewerUpTo(720));

    assertThat(server.send(server.request(EVENT + "stream.m3u8?__token=" + token)).body())
        .contains("720p/index.m3u8?__token=" + token)
        .doesNotContain("1080p");
  }

  private HttpResponse<String> get(int height, String file) throws Exception {
    PlaybackTokenClaims claims = TestTokens.viewerUpTo(height);
    return server.getWith(claims, EVENT + file);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve("evt-1").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
