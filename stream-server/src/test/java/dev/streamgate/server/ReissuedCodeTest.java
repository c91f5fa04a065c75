package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportRow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The codes of a deleted event may be issued again, and then open the new one.
class ReissuedCodeTest {
  private static final String CODE = "SEASON2026";

  @TempDir Path folder;

  @Test
  void aCodeOfADeletedEventMayBeImportedAgainAndOpensTheNewEvent() throws IOException {
    try (RunningServer server = RunningServer.start(folder)) {
      String gone = createEvent(server);
      assertThat(importCode(server, gone)).isEqualTo(201);
      String oldToken = playbackToken(server);
      delete(server, gone);

      String event = createEvent(server);
      assertThat(importCode(server, event)).isEqualTo(201);
      String token = playbackToken(server);

      assertThat(server.get("/streams/" + event + "/a.ts", token).statusCode()).isEqualTo(200);
      assertThat(server.get("/streams/" + gone + "/a.ts", oldToken).statusCode()).isEqualTo(403);
    }
  }

  private String createEvent(RunningServer server) throws IOException {
    EventRequest request =
        new EventRequest(
            "Season",
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
    String event =
        tree(server.post("/api/admin/events", manager(server), request)).at("/data/id").asText();
    Path stream = Files.createDirectories(folder.resolve("streams").resolve(event));
    Files.writeString(stream.resolve("a.ts"), "video");
    return event;
  }

  private static int importCode(RunningServer server, String event) {
    ImportRequest request = new ImportRequest(List.of(new ImportRow(CODE, null)), false);
    String path = "/api/admin/events/" + event + "/tokens/import";
    return server.post(path, manager(server), request).statusCode();
  }

  private static void delete(RunningServer server, String event) {
    var request =
        server
            .request("/api/admin/events/" + event, manager(server))
            .header("X-Confirm-Delete", "Season")
            .DELETE()
            .build();
    assertThat(server.send(request).statusCode()).isEqualTo(204);
  }

  private static String playbackToken(RunningServer server) {
    HttpResponse<String> answer = server.post("/api/tokens/validate", "", Map.of("code", CODE));
    assertThat(answer.statusCode()).isEqualTo(200);
    return tree(answer).path("playbackToken").asText();
  }

  private static String manager(RunningServer server) {
    return server.tokenOf(StaffRole.MANAGER);
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
