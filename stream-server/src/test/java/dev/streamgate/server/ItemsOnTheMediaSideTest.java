package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventItemsRequest.Item;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.GenerateRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a ticket opens of an event with items or renditions, from the staff's list to the video.
class ItemsOnTheMediaSideTest {
  private static final Item OPEN = new Item("open", null, "2020-01-01T00:00:00Z");
  private static final Item LOCKED = new Item("locked", null, "2039-01-01T00:00:00Z");
  private static final Item UNLOCKED = new Item("locked", null, null);

  @TempDir Path folder;
  private RunningServer server;
  private String event;

  @BeforeEach
  void anEventWithAnOpenAndALockedItem() throws IOException {
    server = RunningServer.start(folder);
    event = createEvent();
    for (String path : List.of("main.ts", "open/a.ts", "locked/a.ts")) {
      Path file = folder.resolve("streams").resolve(event).resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "video");
    }
    put(OPEN, LOCKED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTicketForAllOpensWhatIsAvailableAndTheRestAfterARefresh() {
    String token = playbackToken(code(null, AccessLevel.STANDARD));

    assertThat(video("main.ts", token)).isEqualTo(200);
    assertThat(video("open/a.ts", token)).isEqualTo(200);
    assertThat(video("locked/a.ts", token)).isEqualTo(403);

    put(OPEN, UNLOCKED);
    JsonNode refreshed = tree(server.post("/api/playback/refresh", token, Map.of()));
    String newToken = refreshed.path("playbackToken").asText();
    assertThat(video("locked/a.ts", newToken)).isEqualTo(200);
  }

  @Test
  void aTicketForOneItemOpensThatFolderOnly() {
    String token = playbackToken(code("open", AccessLevel.STANDARD));

    assertThat(video("open/a.ts", token)).isEqualTo(200);
    assertThat(video("main.ts", token)).isEqualTo(403);
    assertThat(video("locked/a.ts", token)).isEqualTo(403);
  }

  @Test
  void aTicketForALockedItemWaitsForIt() {
    String code = code("locked", AccessLevel.STANDARD);

    HttpResponse<String> refused = validate(code);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(tree(refused).path("error").asText()).startsWith("Available on");
    assertThat(tree(refused).path("availableAt").asText()).isEqualTo("2039-01-01T00:00:00.000Z");

    put(OPEN, UNLOCKED);
    assertThat(video("locked/a.ts", playbackToken(code))).isEqualTo(200);
  }

  @Test
  void ticketsForStaffNeedNotWait() {
    assertThat(video("locked/a.ts", playbackToken(code(null, AccessLevel.STAFF)))).isEqualTo(200);
    assertThat(video("locked/a.ts", playbackToken(code("locked", AccessLevel.STAFF))))
        .isEqualTo(200);
  }

  @Test
  void aTicketWithAMaximumHeightOpensNothingAboveIt() throws IOException {
    Path stream = folder.resolve("streams").resolve(event).resolve("stream.m3u8");
    Files.writeString(
        stream,
        """
        #EXTM3U
        #EXT-X-STREAM-INF:BANDWIDTH=2,RESOLUTION=1920x1080
        locked/index.m3u8
        #EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1280x720
        open/index.m3u8
        """);
    put(OPEN, UNLOCKED);
    GenerateRequest order = new GenerateRequest(1, null, null, null, null, null, 720);
    String token = playbackToken(code(order));

    assertThat(server.get("/streams/" + event + "/stream.m3u8", token).body())
        .isEqualTo("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1280x720\nopen/index.m3u8\n");
    assertThat(video("open/a.ts", token)).isEqualTo(200);
    assertThat(video("locked/a.ts", token)).isEqualTo(403);
  }

  private int video(String path, String token) {
    return server.get("/streams/" + event + "/" + path, token).statusCode();
  }

  private String createEvent() {
    EventRequest request =
        new EventRequest(
            "Conference",
            null,
            null,
            null,
            "2020-01-01T00:00:00Z",
            "2040-01-01T00:00:00Z",
            null,
            null,
            null,
            null,
            null);
    return tree(server.post("/api/admin/events", manager(), request)).at("/data/id").asText();
  }

  private void put(Item... items) {
    byte[] body = WireJson.bytes(new EventItemsRequest(List.of(items)));
    var request =
        server
            .request("/api/admin/events/" + event + "/items", manager())
            .PUT(BodyPublishers.ofByteArray(body))
            .build();
    assertThat(server.send(request).statusCode()).isEqualTo(200);
  }

  private String code(@Nullable String item, AccessLevel level) {
    return code(new GenerateRequest(1, null, null, null, level, item, null));
  }

  private String code(GenerateRequest order) {
    String path = "/api/admin/events/" + event + "/tokens/generate";
    return tree(server.post(path, manager(), order)).at("/data/0/code").asText();
  }

  private HttpResponse<String> validate(String code) {
    return server.post("/api/tokens/validate", "", Map.of("code", code));
  }

  private String playbackToken(String code) {
    HttpResponse<String> answer = validate(code);
    assertThat(answer.statusCode()).isEqualTo(200);
    return tree(answer).path("playbackToken").asText();
  }

  private String manager() {
    return server.tokenOf(StaffRole.MANAGER);
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
