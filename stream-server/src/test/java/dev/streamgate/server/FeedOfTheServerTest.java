package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The wired server of role `all` as the only one that serves media.
@TestInstance(Lifecycle.PER_CLASS)
class FeedOfTheServerTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aChangeIsConfirmedAtOnce() {
    String manager = server.tokenOf(StaffRole.MANAGER);
    String event = createEvent(manager);
    JsonNode answer = data(server.patch("/api/admin/events/" + event + "/deactivate", manager));

    JsonNode change =
        data(server.get("/api/admin/changes/" + answer.path("change").path("seq"), manager));

    assertThat(change.path("kind").asText()).isEqualTo("event_deactivated");
    assertThat(change.path("confirmed").asBoolean()).isTrue();
    assertThat(change.path("edges")).hasSize(1);
    assertThat(data(server.get("/api/admin/edges", manager)).get(0).path("behind").asLong())
        .isZero();
  }

  @Test
  @Timeout(60)
  void aStreamEndsWithTheServer(@TempDir Path folder) throws IOException, InterruptedException {
    try (HttpClient reader = HttpClient.newHttpClient()) {
      RunningServer ending = RunningServer.start(folder);
      HttpRequest request =
          ending
              .request("/api/revocations/stream?cursor=0", "")
              .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY)
              .build();
      Iterator<String> lines = reader.send(request, BodyHandlers.ofLines()).body().iterator();
      assertThat(lines.next()).startsWith(":");

      ending.close();

      assertThat(lines).toIterable().containsOnly("");
    }
  }

  private String createEvent(String manager) {
    Map<String, String> event =
        Map.of(
            "title", "Alone",
            "startsAt", "2020-01-01T00:00:00Z",
            "endsAt", "2040-01-01T00:00:00Z");
    HttpResponse<String> answer = server.post("/api/admin/events", manager, event);
    return tree(answer).path("data").path("id").asText();
  }

  private static JsonNode data(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return tree(answer).path("data");
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
