package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.media.FallbackPlaylist;
import dev.streamgate.server.media.SourceChain;
import dev.streamgate.server.media.files.CacheStage;
import dev.streamgate.server.media.files.HotFiles;
import dev.streamgate.server.media.files.LocalSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What viewers are sent of files that another server has.
@Timeout(60)
class UpstreamDeliveryTest {
  private static final String CHANGED = "Wed, 05 Mar 2025 15:00:00 GMT";
  private static final String LIVE = "#EXTM3U\n#EXTINF:2,\n0.ts\n";
  private static final String UNAVAILABLE = "{\"error\":\"Stream source unavailable\"}";

  @TempDir Path root;
  private CacheStage stage;
  private UpstreamServer upstream;
  private MediaServer server;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("evt-1"));
    stage = new CacheStage(root.resolve("cache"));
    upstream = stage.upstream;
    server =
        new MediaServer(
            new SourceChain(
                List.of(
                    new FallbackPlaylist(
                        new LocalSource(
                            root,
                            event -> event.value(),
                            new HotFiles(1 << 20),
                            InstantSource.system())),
                    new FallbackPlaylist(stage.source))));
  }

  @AfterEach
  void stop() {
    server.close();
    stage.close();
  }

  @Test
  void aLocalFileComesFirstThenTheCacheThenTheOtherServer() throws Exception {
    upstream.has("/evt-1/0.ts", "upstream");
    assertThat(server.get("/streams/evt-1/0.ts").body()).isEqualTo("upstream");
    stage.settle();

    upstream.has("/evt-1/0.ts", "changed");
    assertThat(server.get("/streams/evt-1/0.ts").body()).isEqualTo("upstream");
    Files.writeString(root.resolve("evt-1/0.ts"), "local");
    assertThat(server.get("/streams/evt-1/0.ts").body()).isEqualTo("local");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void aSegmentHasTheSameHeadersBeforeAndAfterItIsKept() throws Exception {
    upstream.has("/evt-1/0.ts", "video", CHANGED);

    for (int round = 0; round < 2; round++) {
      HttpResponse<String> answer = server.get("/streams/evt-1/0.ts");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("video");
      assertThat(header(answer, "ETag")).isEqualTo("\"67c866f0-5\"");
      assertThat(header(answer, "Last-Modified")).isEqualTo(CHANGED);
      assertThat(header(answer, "Content-Length")).isEqualTo("5");
      assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=3600");
      stage.settle();
    }
  }

  @Test
  void aPartIsSentBeforeAndAfterTheWholeIsKept() throws Exception {
    upstream.has("/evt-1/0.ts", "video");

    for (int round = 0; round < 2; round++) {
      HttpResponse<String> answer = server.get("/streams/evt-1/0.ts", "Range", "bytes=1-2");
      assertThat(answer.statusCode()).isEqualTo(206);
      assertThat(answer.body()).isEqualTo("id");
      assertThat(header(answer, "Content-Range")).isEqualTo("bytes 1-2/5");
      stage.settle();
    }
    assertThat(upstream.requests()).containsExactly("GET /evt-1/0.ts");
  }

  @Test
  void headAsksWithHeadAndSendsNoBody() throws Exception {
    upstream.has("/evt-1/0.ts", "video", CHANGED);
    upstream.has("/evt-1/stream.m3u8", LIVE, CHANGED);

    HttpResponse<String> segment = server.head("/streams/evt-1/0.ts");
    HttpResponse<String> playlist = server.head("/streams/evt-1/stream.m3u8");

    assertThat(header(segment, "Content-Length")).isEqualTo("5");
    assertThat(header(segment, "ETag")).isEqualTo("\"67c866f0-5\"");
    assertThat(header(playlist, "Last-Modified")).isEqualTo(CHANGED);
    assertThat(header(playlist, "ETag")).isNotEmpty();
    assertThat(header(playlist, "Cache-Control")).isEqualTo("no-cache, no-store");
    assertThat(upstream.requests()).containsExactly("HEAD /evt-1/0.ts", "HEAD /evt-1/stream.m3u8");
  }

  @Test
  void headOfAFileOfUnknownLengthClaimsNone() throws Exception {
    upstream.on("/evt-1/0.ts", exchange -> exchange.sendResponseHeaders(200, -1));

    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("HEAD /streams/evt-1/0.ts HTTP/1.1", bearer());
      RawConnection.Answer head = connection.receiveHead();

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.headers()).doesNotContainKey("content-length").doesNotContainKey("etag");
      assertThat(head.headers()).containsEntry("transfer-encoding", "chunked");

      connection.send("HEAD /streams/evt-1/0.ts HTTP/1.1", bearer());
      assertThat(connection.receiveHead().status()).as("the next on the same").isEqualTo(200);
    }
  }

  @Test
  void aSegmentOfUnknownLengthIsSentWholeAndARangeOfItIgnored() throws Exception {
    upstream.pauses("/evt-1/0.ts", "first-", "rest", false).countDown();

    HttpResponse<String> answer = server.get("/streams/evt-1/0.ts", "Range", "bytes=0-1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("first-rest");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void bytesAreSentOnWhileTheyCome() throws Exception {
    String first = "x".repeat(100_000);
    CountDownLatch gate = upstream.pauses("/evt-1/0.ts", first, "rest", true);
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET /streams/evt-1/0.ts HTTP/1.1", bearer());
      assertThat(connection.receiveHead().headers()).containsEntry("content-length", "100004");
      connection.skip(32_000);
      gate.countDown();
      connection.skip(68_004);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyThatBreaksOffEndsTheConnectionWithoutItsEnd(boolean announced) throws Exception {
    upstream.breaksOff("/evt-1/0.ts", "half", announced);
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET /streams/evt-1/0.ts HTTP/1.1", bearer());

      assertThat(connection.receiveRest()).doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsToldApartFromAMissingFile() throws Exception {
    upstream.isSilentOn("/evt-1/silent.ts");
    upstream.status("/evt-1/broken.m3u8", 500);

    for (String file : List.of("silent.ts", "broken.m3u8")) {
      HttpResponse<String> answer = server.get("/streams/evt-1/" + file);
      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).isEqualTo(UNAVAILABLE);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }
    assertThat(server.get("/streams/evt-1/none.ts").statusCode()).isEqualTo(404);
    assertThat(server.get("/streams/evt-1/none.m3u8").statusCode()).isEqualTo(404);
  }

  @Test
  void aSilentServerDoesNotKeepALocalStreamWaiting() throws Exception {
    upstream.isSilentOn("/evt-1/stream.m3u8");
    Files.writeString(root.resolve("evt-1/master.m3u8"), LIVE);

    assertThat(server.get("/streams/evt-1/stream.m3u8").body()).isEqualTo(LIVE);
    assertThat(upstream.requests()).isEmpty();
  }

  @Test
  void theMasterPlaylistThereStandsInForAMissingOne() throws Exception {
    upstream.has("/evt-1/master.m3u8", LIVE);

    assertThat(server.get("/streams/evt-1/stream.m3u8").body()).isEqualTo(LIVE);
  }

  @Test
  void neitherCredentialNorQueryGoesOn() throws Exception {
    upstream.has("/evt-1/stream.m3u8", LIVE);

    server.send(
        server.request("/streams/evt-1/stream.m3u8?_HLS_msn=7&x=1&__token=" + server.token()));

    assertThat(upstream.requests()).containsExactly("GET /evt-1/stream.m3u8?_HLS_msn=7");
    assertThat(upstream.headers().getFirst()).doesNotContainKeys("Authorization", "Cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/streams/evt-1/../evt-2/0.ts",
        "/streams/evt-1/%2e%2e/evt-2/0.ts",
        "/streams/evt-1/..%2fevt-2/0.ts",
        "/streams/evt-1/%252e%252e/0.ts",
        "/streams/evt-1/a//0.ts",
        "/streams/evt-1/cache/0.ts",
      })
  void noPathLeadsOutOfTheEvent(String path) throws IOException {
    upstream.has("/evt-2/0.ts", "secret");
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET " + path + " HTTP/1.1", bearer());

      assertThat(connection.receive().status()).isEqualTo(403);
    }
    assertThat(upstream.requests()).isEmpty();
  }

  @Test
  void theCacheItselfIsOutOfReach() throws Exception {
    upstream.has("/evt-1/0.ts", "video");
    server.get("/streams/evt-1/0.ts");
    stage.settle();

    assertThat(server.get("/streams/cache/evt-1/0.ts").statusCode()).isEqualTo(403);
    assertThat(server.get("/streams/evt-1/.index").statusCode()).isEqualTo(404);
    assertThat(server.get("/streams/evt-1/.hidden.ts").statusCode()).isEqualTo(404);
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void aNameIsAskedForInItsEscapedForm() throws Exception {
    upstream.has("/evt-1/a%20b%3Fc%25.ts", "video");

    assertThat(server.get("/streams/evt-1/a%20b%3fc%25.ts").body()).isEqualTo("video");
  }

  private String bearer() {
    return "Authorization: Bearer " + server.token();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
