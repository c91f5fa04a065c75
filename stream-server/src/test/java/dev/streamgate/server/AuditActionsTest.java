package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One day at the server through its API, and the row that each happening leaves in the audit log
/// (Spec, rules §13).
@TestInstance(Lifecycle.PER_CLASS)
class AuditActionsTest {
  private static final String CODE = "code";

  private RunningServer server;
  private GateCalls calls;
  private String event = "";
  private JsonNode ticket = WireJson.tree("{}".getBytes(StandardCharsets.UTF_8));
  private String played = "";

  @BeforeAll
  void live(@TempDir Path folder) {
    server = RunningServer.start(folder);
    calls = new GateCalls(server);
    event = calls.createEvent("A day", "counted");
    ticket = calls.ticket(event, Map.of("count", 1, "label", "Row 1"));
    watch();
    settle();
    lookAround();
    refuse();
    signIn();
    deleteAll();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /// Seats: taken, replaced, taken over, released by the viewer and by staff.
  private void watch() {
    String code = ticket.path(CODE).asText();
    HttpResponse<String> first = calls.validate(Map.of(CODE, code));
    String device = first.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    calls.validate(Map.of(CODE, code), "Cookie", device);
    calls.validate(Map.of(CODE, code));
    JsonNode taken = GateCalls.json(calls.validate(Map.of(CODE, code, "takeover", true)));
    played = taken.path("playbackToken").asText();
    calls.playback("refresh", played);
    calls.staff("POST", "tokens/lookup", Map.of(CODE, code));
    calls.staff("DELETE", "sessions/" + taken.path("sessionId").asText(), Map.of());
    String last = GateCalls.json(calls.validate(Map.of(CODE, code))).path("playbackToken").asText();
    calls.playback("release", last);
  }

  private void settle() {
    String id = ticket.path("id").asText();
    calls.staff("PATCH", "tokens/" + id + "/revoke", Map.of());
    calls.playback("refresh", played);
    calls.validate(Map.of(CODE, ticket.path(CODE).asText()));
    calls.staff("PATCH", "tokens/" + id + "/unrevoke", Map.of());
    calls.staff("POST", "tokens/bulk-revoke", Map.of("tokenIds", List.of(id)));
    calls.staff("PUT", "events/" + event, Map.of("accessWindowHours", 24));
    JsonNode forStaff = calls.ticket(event, Map.of("count", 1, "accessLevel", "STAFF"));
    for (String verb : List.of("deactivate", "archive")) {
      calls.staff("PATCH", "events/" + event + "/" + verb, Map.of());
    }
    calls.validate(Map.of(CODE, forStaff.path(CODE).asText()));
    for (String verb : List.of("unarchive", "reactivate")) {
      calls.staff("PATCH", "events/" + event + "/" + verb, Map.of());
    }
    calls.staff(
        "PUT", "events/" + event + "/items", Map.of("items", List.of(Map.of("item", "talk"))));
  }

  private void lookAround() {
    calls.staff(
        "POST",
        "events/" + event + "/tokens/import",
        Map.of("rows", List.of(Map.of(CODE, "SHOP12345"))));
    server.get("/api/admin/events/" + event + "/tokens/export", calls.owner());
    calls.diagnose(ticket.path(CODE).asText());
    server.send(
        server
            .request("/api/revocations/ack", "")
            .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY)
            .POST(BodyPublishers.ofString("{\"edgeId\":\"edge-eu\",\"cursor\":0}"))
            .build());
    calls.staff("DELETE", "edges/edge-eu", Map.of());
  }

  private void refuse() {
    for (int guess = 0; guess < 6; guess++) {
      calls.validate(Map.of(CODE, guess == 0 ? "?!" : "WRONG000000" + guess));
    }
  }

  private void signIn() {
    server.post("/api/admin/login", "", Map.of("username", "admin", "password", "wrong password"));
    String door = server.tokenOf(StaffRole.DOOR);
    server.post(
        "/api/admin/password",
        door,
        Map.of("currentPassword", "correct horse battery", "newPassword", "another battery"));
    server.post("/api/admin/logout", server.tokenOf(StaffRole.MANAGER), Map.of());
  }

  private void deleteAll() {
    calls.staff("DELETE", "events/" + event, Map.of(), "X-Confirm-Delete", "A day");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          CODE_ACCEPTED            | viewer        | -           | event ticket session
          CODE_REFUSED             | viewer        | unknown     |
          CODE_REFUSED             | viewer        | malformed   |
          CODE_REFUSED             | viewer        | revoked     | event ticket
          CODE_REFUSED             | viewer        | in_use      | event ticket
          RATE_LIMITED             | viewer        | guesses     |
          PLAYBACK_TOKEN_ISSUED    | viewer        | -           | event ticket session
          PLAYBACK_TOKEN_REFRESHED | viewer        | -           | event ticket session
          PLAYBACK_TOKEN_DENIED    | viewer        | revoked     | event ticket session
          ADMIN_OVERRIDE           | viewer        | -           | event ticket session
          SESSION_CREATED          | viewer        | -           | event ticket session
          SESSION_RELEASED         | viewer        | released    | event ticket session
          SESSION_REPLACED         | viewer        | replaced    | event ticket session
          SESSION_TAKEN_OVER       | viewer        | takeover    | event ticket session
          SESSION_FORCE_RELEASED   | test-owner    | staff_released | event ticket session
          SESSION_FORCE_RELEASED   | test-owner    | deleted     | event ticket session
          ADMIN_LOGIN              | test-owner    | -           |
          ADMIN_LOGIN_FAILED       | admin         | -           |
          ADMIN_LOGOUT             | test-manager  | -           |
          ADMIN_PASSWORD_CHANGED   | test-door     | -           |
          EVENT_CREATED            | test-owner    | -           | event
          EVENT_UPDATED            | test-owner    | -           | event
          EVENT_DEACTIVATED        | test-owner    | -           | event
          EVENT_REACTIVATED        | test-owner    | -           | event
          EVENT_ARCHIVED           | test-owner    | -           | event
          EVENT_UNARCHIVED         | test-owner    | -           | event
          EVENT_ITEMS_UPDATED      | test-owner    | -           | event
          EVENT_DELETED            | test-owner    | -           | event
          TOKENS_GENERATED         | test-owner    | -           | event
          TOKENS_IMPORTED          | test-owner    | -           | event
          TOKEN_REVOKED            | test-owner    | -           | event ticket
          TOKEN_REVOKED            | test-owner    | bulk        | event ticket
          TOKEN_UNREVOKED          | test-owner    | -           | event ticket
          TOKENS_BULK_REVOKED      | test-owner    | -           |
          TOKENS_EXPORTED          | test-owner    | -           | event
          TOKEN_LOOKED_UP          | test-owner    | in_use      | event ticket
          DIAGNOSTICS_RUN          | test-owner    | inactive_subject | event ticket
          EDGE_REMOVED             | test-owner    | -           |
          """,
      delimiter = '|')
  void everyHappeningLeavesItsRow(
      String action, String actor, @Nullable String reason, @Nullable String things) {
    List<JsonNode> rows =
        calls
            .audit("action=" + action)
            .valueStream()
            .filter(row -> row.path("actor").asText().equals(actor))
            .filter(row -> reason == null || row.path("reason").asText().equals(reason))
            .toList();

    assertThat(rows).as("%s %s", action, reason).isNotEmpty();
    JsonNode row = rows.getFirst();
    assertThat(row.path("ip").asText()).isEqualTo("127.0.0.1");
    assertThat(row.path("timestamp").asText()).endsWith("Z");
    for (String thing : things == null ? List.<String>of() : List.of(things.split(" "))) {
      String field =
          Map.of("event", "eventId", "ticket", "tokenId", "session", "sessionId").get(thing);
      assertThat(row.path(field).asText("")).as("%s of %s", field, action).isNotEmpty();
    }
  }
}
