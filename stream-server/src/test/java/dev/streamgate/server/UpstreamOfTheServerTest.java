package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.fixtures.UpstreamServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The wired server with video on another one.
@Timeout(120)
class UpstreamOfTheServerTest {
  @TempDir Path folder;
  private UpstreamServer upstream;

  @BeforeEach
  void start() throws IOException {
    upstream = new UpstreamServer();
  }

  @AfterEach
  void stop() {
    upstream.close();
  }

  @Test
  void videoOfTheOriginIsKeptOverARestartAndClearedByTheKey() throws IOException {
    String event;
    String token;
    try (RunningServer server = RunningServer.start(folder, withOrigin())) {
      event = createEvent(server, null);
      token = tokenFor(server, event);
      upstream.has("/" + event + "/0.ts", "video");
      assertThat(segment(server, event, token).body()).isEqualTo("video");
      assertThat(health(server).path("mode").asText()).isEqualTo("hybrid");
    }
    try (RunningServer server = RunningServer.start(folder, withOrigin())) {
      assertThat(segment(server, event, token).body()).isEqualTo("video");
      assertThat(upstream.requests()).containsOnlyOnce("GET /" + event + "/0.ts");
      assertThat(health(server).path("segmentCacheEvents").asInt()).isEqualTo(1);
      assertThat(health(server).path("status").asText()).isEqualTo("ok");
      assertThat(metrics(server))
          .contains("streamgate_segment_cache_bytes 5.0")
          .contains("streamgate_segment_cache_requests_total{result=\"hit\"} 1.0")
          .contains("streamgate_upstream_requests_total{result=\"ok\"} 0.0");

      assertThat(clear(server, event, "wrong").statusCode()).isEqualTo(401);
      assertThat(clear(server, "other", RunningServer.INTERNAL_KEY).statusCode()).isEqualTo(204);
      assertThat(health(server).path("segmentCacheEvents").asInt()).isEqualTo(1);
      assertThat(clear(server, event, RunningServer.INTERNAL_KEY).statusCode()).isEqualTo(204);
      assertThat(health(server).path("segmentCacheEvents").asInt()).isZero();
    }
  }

  @Test
  void aServerThatNeedsNoCacheMakesNone() {
    RunningServer.start(folder).close();

    assertThat(folder.resolve("streams/cache")).doesNotExist();
  }

  @Test
  void anEventMayHaveASourceOfItsOwn() throws IOException, InterruptedException {
    upstream.has("/elsewhere/0.ts", "video");
    try (RunningServer server = RunningServer.start(folder)) {
      String event = createEvent(server, upstream.origin() + "/elsewhere/");
      String token = tokenFor(server, event);
      assertThat(eventually(server, event, token, 200).body()).isEqualTo("video");
      assertThat(kept(folder.resolve("streams/cache/" + event + "/0.ts"))).isEqualTo("video");
    }
  }

  @Test
  void aSourceAtAForbiddenAddressIsNotAskedUnlessTheOperatorVouchesForIt() {
    upstream.has("/elsewhere/0.ts", "video");
    String address = "http://0.0.0.0:" + upstream.port() + "/elsewhere";
    String event;
    String token;
    try (RunningServer server = RunningServer.start(folder)) {
      event = createEvent(server, address);
      token = tokenFor(server, event);
      assertThat(eventually(server, event, token, 502).body())
          .isEqualTo("{\"error\":\"Stream source unavailable\"}");
      assertThat(upstream.requests()).isEmpty();
    }
    Map<String, String> vouched = Map.of("UPSTREAM_ALLOWED_HOSTS", "0.0.0.0");
    try (RunningServer server = RunningServer.start(folder, vouched)) {
      assertThat(eventually(server, event, token, 200).body()).isEqualTo("video");
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsSeenInHealth() throws IOException {
    try (RunningServer server = RunningServer.start(folder, withOrigin())) {
      String event = createEvent(server, null);
      upstream.has("/" + event + "/0.ts", "video");
      Files.writeString(folder.resolve("streams/cache/.incoming"), "in the way");

      assertThat(segment(server, event, tokenFor(server, event)).body()).isEqualTo("video");
      assertThat(health(server).path("status").asText()).isEqualTo("degraded");
    }
  }

  private Map<String, String> withOrigin() {
    return Map.of("UPSTREAM_ORIGIN", upstream.origin());
  }

  /// The event's source is read every two seconds.
  private static HttpResponse<String> eventually(
      RunningServer server, String event, String token, int status) {
    HttpResponse<String> answer = segment(server, event, token);
    while (answer.statusCode() != status) {
      answer = segment(server, event, token);
    }
    return answer;
  }

  private static HttpResponse<String> segment(RunningServer server, String event, String token) {
    return server.get("/streams/" + event + "/0.ts", token);
  }

  private static JsonNode health(RunningServer server) {
    return tree(server.get("/health", ""));
  }

  private static String metrics(RunningServer server) {
    return server.get("/metrics", RunningServer.INTERNAL_KEY).body();
  }

  private static HttpResponse<String> clear(RunningServer server, String event, String key) {
    return server.send(
        server
            .request("/admin/cache/" + event, "")
            .header("X-Internal-Api-Key", key)
            .DELETE()
            .build());
  }

  private static String createEvent(RunningServer server, @Nullable String source) {
    EventRequest event =
        new EventRequest(
            "Elsewhere",
            null,
            source,
            null,
            "2020-01-01T00:00:00Z",
            "2040-01-01T00:00:00Z",
            null,
            null,
            null,
            null,
            null);
    String manager = server.tokenOf(StaffRole.MANAGER);
    return tree(server.post("/api/admin/events", manager, event)).at("/data/id").asText();
  }

  private static String tokenFor(RunningServer server, String event) {
    GenerateRequest order = new GenerateRequest(1, null, null, null, null, null, null);
    String path = "/api/admin/events/" + event + "/tokens/generate";
    JsonNode tickets = tree(server.post(path, server.tokenOf(StaffRole.MANAGER), order));
    Map<String, String> code = Map.of("code", tickets.at("/data/0/code").asText());
    return tree(server.post("/api/tokens/validate", "", code)).path("playbackToken").asText();
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /// What is in a file of the cache, which gets its name a moment after its viewers have all of it.
  private static String kept(Path file) throws IOException, InterruptedException {
    for (int look = 0; look < 100 && !Files.exists(file); look++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return Files.readString(file);
  }
}
