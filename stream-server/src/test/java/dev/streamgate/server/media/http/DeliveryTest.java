package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How files are sent: types, lengths, caching, parts and conditions.
class DeliveryTest {
  private static final String LIVE = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n0.ts\n";
  private static final String RECORDING = LIVE + "#EXT-X-ENDLIST\n";
  private static final String SEGMENT = "/streams/evt-1/0.ts";
  private static final Instant CHANGED = Instant.parse("2025-03-05T15:00:00.750Z");
  private static final String ETAG = "\"67c866f0-a\"";
  private static final String LAST_MODIFIED = "Wed, 05 Mar 2025 15:00:00 GMT";

  @TempDir static Path root;
  private static MediaServer server;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(root.resolve("evt-1/fallback"));
    write("stream.m3u8", LIVE);
    write("recording.m3u8", RECORDING);
    write("fallback/master.m3u8", LIVE);
    write("0.ts", "0123456789");
    write("empty.ts", "");
    for (String extension : "TS fmp4 m4s mp4 m4a aac vtt webvtt jpg png txt m3u".split(" ", -1)) {
      write("x." + extension, "x");
    }
    server = new MediaServer(root);
  }

  private static void write(String name, String text) throws IOException {
    Path file = root.resolve("evt-1").resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(CHANGED));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSegmentComesWholeWithItsValidators() throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("0123456789");
    assertThat(header(answer, "Content-Type")).isEqualTo("video/mp2t");
    assertThat(header(answer, "Content-Length")).isEqualTo("10");
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=3600");
    assertThat(header(answer, "ETag")).isEqualTo(ETAG);
    assertThat(header(answer, "Last-Modified")).isEqualTo(LAST_MODIFIED);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "x.TS, video/mp2t",
    "x.fmp4, video/mp4",
    "x.m4s, video/mp4",
    "x.mp4, video/mp4",
    "x.m4a, audio/mp4",
    "x.aac, audio/aac",
    "x.vtt, text/vtt",
    "x.webvtt, text/vtt",
    "x.jpg, image/jpeg",
    "x.png, image/png",
  })
  void theExtensionGivesTheType(String name, String type) throws Exception {
    assertThat(header(server.get("/streams/evt-1/" + name), "Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"x.txt", "x.m3u", "fallback", "missing.ts", "missing/0.ts"})
  void whatIsNoStreamFileIsNotFound(String name) throws Exception {
    HttpResponse<String> answer = server.get("/streams/evt-1/" + name);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
  }

  @Test
  void aLivePlaylistIsNeverKept() throws Exception {
    HttpResponse<String> answer = server.get("/streams/evt-1/stream.m3u8");

    assertThat(answer.body()).isEqualTo(LIVE);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache, no-store");
    assertThat(header(answer, "ETag")).isNotEmpty();
  }

  @Test
  void aRecordingsPlaylistIsKeptByTheViewerForADay() throws Exception {
    HttpResponse<String> answer = server.get("/streams/evt-1/recording.m3u8");

    assertThat(answer.body()).isEqualTo(RECORDING);
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=86400");
  }

  @Test
  void theMasterPlaylistStandsInForAMissingOne() throws Exception {
    assertThat(server.get("/streams/evt-1/fallback/stream.m3u8").body()).isEqualTo(LIVE);
  }

  @Test
  void anEmptyFileIsAnAnswerLikeAnyOther() throws Exception {
    HttpResponse<String> answer = server.get("/streams/evt-1/empty.ts");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=8-, 89, bytes 8-9/10",
    "bytes=8-99, 89, bytes 8-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "BYTES=0-0, 0, bytes 0-0/10",
  })
  void onePartIsSentAlone(String range, String body, String contentRange) throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
    assertThat(header(answer, "ETag")).isEqualTo(ETAG);
  }

  @Test
  void aPartBeyondTheEndIsRefused() throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, "Range", "bytes=10-");

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Range not satisfiable\"}");
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */10");
  }

  @ParameterizedTest
  @CsvSource({"'bytes=0-1,3-4'", "seconds=0-1", "bytes=3-1", "bytes=x-"})
  void anythingElseGivesTheWhole(String range) throws Exception {
    assertThat(server.get(SEGMENT, "Range", range).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"67c866f0-a\"', 206",
    "'Wed, 05 Mar 2025 15:00:00 GMT', 206",
    "'\"other\"', 200",
    "'W/\"67c866f0-a\"', 200",
    "'Wed, 05 Mar 2025 15:00:01 GMT', 200",
  })
  void aPartOfAnotherStateIsNotSent(String state, int status) throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, "Range", "bytes=0-3", "If-Range", state);

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, '\"67c866f0-a\"', 304",
    "If-None-Match, 'W/\"67c866f0-a\"', 304",
    "If-None-Match, '\"x\", \"67c866f0-a\"', 304",
    "If-None-Match, *, 304",
    "If-None-Match, '\"x\"', 200",
    "If-Modified-Since, 'Wed, 05 Mar 2025 15:00:00 GMT', 304",
    "If-Modified-Since, 'Wed, 05 Mar 2025 14:59:59 GMT', 200",
    "If-Modified-Since, 'Wednesday, 05-Mar-25 15:00:00 GMT', 304",
    "If-Modified-Since, 'Wednesday, 05-Mar-25 14:59:59 GMT', 200",
    "If-Modified-Since, 'Wed Mar  5 15:00:00 2025', 304",
    "If-Modified-Since, yesterday, 200",
  })
  void whoHasItGetsItNotAgain(String condition, String value, int status) throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, condition, value);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "ETag")).isEqualTo(ETAG);
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=3600");
  }

  @Test
  void theTagDecidesBeforeTheDate() throws Exception {
    HttpResponse<String> answer =
        server.get(SEGMENT, "If-None-Match", "\"x\"", "If-Modified-Since", LAST_MODIFIED);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aListMayComeInSeveralLines() throws Exception {
    HttpResponse<String> answer =
        server.get(SEGMENT, "If-None-Match", "\"x\"", "If-None-Match", ETAG);

    assertThat(answer.statusCode()).isEqualTo(304);
  }

  @Test
  void headTellsAllAndSendsNothing() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      String bearer = "Authorization: Bearer " + server.token();
      connection.send("HEAD " + SEGMENT + " HTTP/1.1", bearer, "Range: bytes=0-3");
      RawConnection.Answer segment = connection.receiveHead();
      connection.send("HEAD /streams/evt-1/stream.m3u8 HTTP/1.1", bearer);
      RawConnection.Answer playlist = connection.receiveHead();
      connection.send("HEAD /streams/evt-2/0.ts HTTP/1.1", bearer);
      RawConnection.Answer refused = connection.receiveHead();
      connection.send("GET " + SEGMENT + " HTTP/1.1", bearer);
      RawConnection.Answer next = connection.receive();

      assertThat(segment.status()).isEqualTo(200);
      assertThat(segment.headers()).containsEntry("content-length", "10").containsKey("etag");
      assertThat(playlist.headers()).containsKeys("etag", "last-modified");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(next.body()).isEqualTo("0123456789");
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
