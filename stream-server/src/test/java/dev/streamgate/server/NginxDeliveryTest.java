package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real nginx, with the configuration of the documentation, sends what StreamGate grants (Spec,
/// media §10).
@Timeout(120)
class NginxDeliveryTest {
  private static final String PLAYLIST = "#EXTM3U\n#EXTINF:2,\n0.ts\n#EXT-X-ENDLIST\n";

  @TempDir Path folder;
  private NginxStage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new NginxStage(folder);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void nginxSendsTheBytesAndStreamGateOnlyDecides() throws Exception {
    byte[] video = stage.file("0.ts", 500_000);

    HttpResponse<byte[]> answer = stage.get(stage.nginx.origin(), "0.ts");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(video);
    HttpResponse<byte[]> head = stage.send(stage.request(stage.nginx.origin(), "0.ts").HEAD());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(NginxStage.header(head, "Content-Length")).isEqualTo("500000");
    assertThat(stage.get(stage.nginx.origin(), "missing.ts").statusCode()).isEqualTo(404);
    assertThat(stage.lines("0.ts"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).endsWith(" 200 0"))
        .anySatisfy(line -> assertThat(line).contains(" 200 500000 "));
  }

  @Test
  void theAnswerIsTheOneStreamGateGivesByItself() throws Exception {
    stage.file("0.ts", 1000);
    for (String[] asked :
        List.of(
            new String[] {"Accept", "*/*"},
            new String[] {"Origin", NginxStage.PORTAL},
            new String[] {"Range", "bytes=10-19"},
            new String[] {"Range", "bytes=-5"},
            new String[] {"Range", "bytes=0-1,5-6"},
            new String[] {"If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"})) {
      HttpResponse<byte[]> own =
          NginxStage.sendFrom("127.0.0.2", stage.request(stage.url(), "0.ts").headers(asked));
      HttpResponse<byte[]> others =
          stage.send(stage.request(stage.nginx.origin(), "0.ts").headers(asked));

      assertThat(own.headers().firstValue("Server")).isEmpty();
      assertThat(others.headers().firstValue("Server")).hasValue("nginx");
      assertThat(others.statusCode()).as(asked[1]).isEqualTo(own.statusCode());
      assertThat(others.body()).as(asked[1]).isEqualTo(own.body());
      assertThat(NginxStage.headers(others)).as(asked[1]).isEqualTo(NginxStage.headers(own));
    }
  }

  @Test
  void partsAndConditionsAreAnsweredFromTheFile() throws Exception {
    byte[] video = stage.file("0.ts", 1000);
    String tag = NginxStage.header(stage.get(stage.nginx.origin(), "0.ts"), "ETag");

    HttpResponse<byte[]> part =
        stage.send(
            stage
                .request(stage.nginx.origin(), "0.ts")
                .headers("Range", "bytes=10-19", "If-Range", tag));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(NginxStage.header(part, "Content-Range")).isEqualTo("bytes 10-19/1000");
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(video, 10, 20));
    assertThat(stage.status("If-None-Match", tag)).isEqualTo(304);
    assertThat(stage.status("If-None-Match", "\"other\"")).isEqualTo(200);
  }

  /// nginx alone would say it in HTML, and each header twice.
  @Test
  void aRangeThatDoesNotExistIsRefusedInWordsOfStreamGate() throws Exception {
    stage.file("0.ts", 1000);

    HttpResponse<byte[]> refusal =
        stage.send(
            stage
                .request(stage.nginx.origin(), "0.ts")
                .headers("Range", "bytes=1000-", "Origin", NginxStage.PORTAL));

    assertThat(refusal.statusCode()).isEqualTo(416);
    assertThat(NginxStage.text(refusal)).isEqualTo("{\"error\":\"Range not satisfiable\"}");
    assertThat(refusal.headers().map().values()).allSatisfy(lines -> assertThat(lines).hasSize(1));
  }

  @Test
  void aPageOfAnAllowedOriginMayReadIt() throws Exception {
    stage.file("0.ts", 10);

    HttpResponse<byte[]> answer =
        stage.send(stage.request(stage.nginx.origin(), "0.ts").header("Origin", NginxStage.PORTAL));

    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly(NginxStage.PORTAL);
    assertThat(answer.headers().allValues("Vary")).containsExactly("Origin");
    HttpResponse<byte[]> stranger =
        stage.send(
            stage
                .request(stage.nginx.origin(), "0.ts")
                .header("Origin", "https://evil.example.com"));
    assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(stranger.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(stranger.headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=3600");
  }

  @Test
  void playlistsComeFromStreamGateAndAreRewrittenThere() throws Exception {
    stage.file("0.ts", 10);
    Files.writeString(stage.streams().resolve(stage.event).resolve("stream.m3u8"), PLAYLIST);

    assertThat(NginxStage.text(stage.get(stage.nginx.origin(), "stream.m3u8"))).isEqualTo(PLAYLIST);
    URI query =
        URI.create(
            stage.nginx.origin()
                + "/streams/"
                + stage.event
                + "/stream.m3u8?__token="
                + stage.token);
    String rewritten = NginxStage.text(stage.send(HttpRequest.newBuilder(query)));
    assertThat(rewritten).contains("0.ts?__token=" + stage.token);
    assertThat(stage.nginx.hasWritten(stage.token)).isFalse();
    assertThat(stage.lines("stream.m3u8"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).doesNotContain("?").doesNotEndWith(" 200 0"));
  }

  @Test
  void twoRenditionsWithEqualNamesAreNotMixedUp() throws Exception {
    byte[] low = stage.file("low/0.ts", 1000);
    byte[] high = stage.file("high/0.ts", 1001);

    assertThat(stage.get(stage.nginx.origin(), "low/0.ts").body()).isEqualTo(low);
    assertThat(stage.get(stage.nginx.origin(), "high/0.ts").body()).isEqualTo(high);
  }

  @Test
  void anyNameThatMayBeAskedForIsFound() throws Exception {
    Map<String, String> names =
        Map.of(
            "Ton & Bild/Größe 1.ts", "Ton%20%26%20Bild/Gr%C3%B6%C3%9Fe%201.ts",
            "100%.ts", "100%25.ts",
            "a%41.ts", "a%2541.ts",
            "what?#;+$uri'.ts", "what%3F%23%3B%2B%24uri%27.ts",
            "a..b.ts", "a..b.ts");
    for (Map.Entry<String, String> name : names.entrySet()) {
      byte[] video = stage.file(name.getKey(), 100);
      assertThat(stage.get(stage.nginx.origin(), name.getValue()).body()).isEqualTo(video);
    }
    assertThat(stage.nginx.accessLog())
        .hasSize(names.size())
        .allMatch(line -> line.endsWith(" 200 0"));
  }

  @Test
  void aSegmentOfAnotherServerComesThroughStreamGateUntilItIsKept() throws Exception {
    stage.upstream.has("/" + stage.event + "/high/Größe.ts", "video");
    stage.upstream.has("/" + stage.event + "/low/Größe.ts", "other");
    String[] paths = {"high/Gr%C3%B6%C3%9Fe.ts", "low/Gr%C3%B6%C3%9Fe.ts"};
    stage.upstream.has("/" + stage.event + "/" + paths[0], "video");
    stage.upstream.has("/" + stage.event + "/" + paths[1], "other");

    for (int round = 0; round < 2; round++) {
      assertThat(NginxStage.text(stage.get(stage.nginx.origin(), paths[0]))).isEqualTo("video");
      assertThat(NginxStage.text(stage.get(stage.nginx.origin(), paths[1]))).isEqualTo("other");
      while (!Files.exists(stage.cache().resolve(stage.event + "/low/Größe.ts"))) {
        Thread.sleep(10);
      }
    }

    assertThat(NginxStage.header(stage.get(stage.url(), paths[0]), "X-Accel-Redirect"))
        .isEqualTo("/_streams/cache/" + stage.event + "/" + paths[0]);
    assertThat(stage.nginx.accessLog().stream().map(line -> line.replaceAll(".* ", "")))
        .containsExactly("5", "5", "0", "0");
  }

  @Test
  void everythingElsePassesAndEventsPassAtOnce() throws Exception {
    assertThat(stage.status(stage.nginx.origin() + "/")).isEqualTo(200);
    assertThat(stage.status(stage.nginx.origin() + "/health")).isEqualTo(200);
    HttpRequest feed =
        HttpRequest.newBuilder(
                URI.create(stage.nginx.origin() + "/api/revocations/stream?cursor=0"))
            .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY)
            .build();
    HttpResponse<InputStream> answer = stage.client.send(feed, BodyHandlers.ofInputStream());
    try (InputStream events = answer.body()) {
      assertThat(NginxStage.header(answer, "Content-Type")).startsWith("text/event-stream");
      assertThat(events.read()).isPositive();
    }
  }
}
