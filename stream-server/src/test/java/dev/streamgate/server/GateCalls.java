package dev.streamgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What staff and viewers do at a running server, in few words.
record GateCalls(RunningServer server) {
  String owner() {
    return server.tokenOf(StaffRole.OWNER);
  }

  /// Sends JSON as the owner.
  HttpResponse<String> staff(String method, String path, Object body, String... headers) {
    HttpRequest.Builder request =
        server
            .request("/api/admin/" + path, owner())
            .method(method, BodyPublishers.ofByteArray(WireJson.bytes(body)));
    return server.send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  /// Creates an event that runs for years.
  String createEvent(String title, String takeover) {
    Map<String, String> event =
        Map.of(
            "title",
            title,
            "startsAt",
            "2020-01-01T00:00:00Z",
            "endsAt",
            "2040-01-01T00:00:00Z",
            "takeover",
            takeover);
    return json(staff("POST", "events", event)).path("data").path("id").asText();
  }

  /// Makes one ticket: its id and code.
  JsonNode ticket(String event, Map<String, Object> order) {
    return json(staff("POST", "events/" + event + "/tokens/generate", order)).path("data").get(0);
  }

  HttpResponse<String> validate(Map<String, Object> body, String... headers) {
    HttpRequest.Builder request =
        server
            .request("/api/tokens/validate", "")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)));
    return server.send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  HttpResponse<String> playback(String call, String token) {
    return server.post("/api/playback/" + call, token, Map.of());
  }

  JsonNode diagnose(String query) {
    return json(staff("POST", "diagnostics", Map.of("query", query))).path("data");
  }

  /// The rows of the audit log under a filter, the newest first.
  JsonNode audit(String filter) {
    return json(server.get("/api/admin/audit-log?limit=200&" + filter, owner())).path("data");
  }

  /// The server's figures.
  String metrics() {
    HttpRequest.Builder request = server.request("/metrics", RunningServer.INTERNAL_KEY);
    return server.send(request.GET().build()).body();
  }

  static JsonNode json(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
