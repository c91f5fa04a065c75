package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A media request does no database work, and a revoke bites before its answer.
@OnEveryDatabase
class HotPathTest {
  private final TestDatabase kind;

  @TempDir Path folder;

  HotPathTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void mediaRequestsRunNoStatementAndARevokeBitesAtOnce() throws IOException {
    try (RunningServer server = RunningServer.start(folder, kind.settings())) {
      String event = createEvent(server);
      JsonNode ticket = generateTicket(server, event);
      Path stream = Files.createDirectories(folder.resolve("streams").resolve(event));
      Files.writeString(stream.resolve("stream.m3u8"), "#EXTM3U\n#EXT-X-TARGETDURATION:4\n");
      Files.writeString(stream.resolve("segment.ts"), "video");
      String token = redeem(server, ticket.path("code").asText());

      for (String file : new String[] {"stream.m3u8", "segment.ts", "none.ts"}) {
        assertThat(statementsOf(server, "/streams/" + event + "/" + file, token)).as(file).isZero();
      }

      String revoke = "/api/admin/tokens/" + ticket.path("id").asText() + "/revoke";
      String manager = server.tokenOf(StaffRole.MANAGER);
      assertThat(server.patch(revoke, manager).statusCode()).isEqualTo(200);
      assertThat(server.get("/streams/" + event + "/segment.ts", token).statusCode())
          .isEqualTo(403);

      assertThat(server.patch(revoke.replace("/revoke", "/unrevoke"), manager).statusCode())
          .isEqualTo(200);
      assertThat(server.get("/streams/" + event + "/segment.ts", token).statusCode())
          .isEqualTo(200);
    }
  }

  private static long statementsOf(RunningServer server, String path, String token) {
    // Repeated tasks run statements of their own: the least of several measurements is the
    // request's.
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = server.database().statements();
      assertThat(server.get(path, token).statusCode()).isIn(200, 404);
      least = Math.min(least, server.database().statements() - before);
    }
    return least;
  }

  private static String createEvent(RunningServer server) {
    EventRequest event =
        new EventRequest(
            "Hot path",
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
    String manager = server.tokenOf(StaffRole.MANAGER);
    return data(server.post("/api/admin/events", manager, event)).path("id").asText();
  }

  private static JsonNode generateTicket(RunningServer server, String event) {
    GenerateRequest order = new GenerateRequest(1, null, null, null, null, null, null);
    String path = "/api/admin/events/" + event + "/tokens/generate";
    return data(server.post(path, server.tokenOf(StaffRole.MANAGER), order)).path(0);
  }

  private static String redeem(RunningServer server, String code) {
    HttpResponse<String> answer = server.post("/api/tokens/validate", "", Map.of("code", code));
    assertThat(answer.statusCode()).isEqualTo(200);
    return tree(answer).path("playbackToken").asText();
  }

  private static JsonNode data(HttpResponse<String> answer) {
    return tree(answer).path("data");
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
