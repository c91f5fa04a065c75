package dev.streamgate.server.playback.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TestGate.VIEWER;
import static dev.streamgate.server.fixtures.TicketSample.CODE;
import static dev.streamgate.server.fixtures.TicketSample.ID;
import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.grants.TokenVerification;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class PlaybackCallsTest {
  private static final String REFRESH = "playback/refresh";
  private static final String HEARTBEAT = "playback/heartbeat";
  private static final String RELEASE = "playback/release";
  private static final String UNAUTHORIZED = "{\"error\":\"Unauthorized\"}";

  private final ViewerStage stage;

  PlaybackCallsTest(TestDatabase kind) {
    stage = new ViewerStage(kind, runningEvent("evt-1"), ticketFor("evt-1"));
  }

  private String token = "";
  private String sessionId = "";

  @BeforeEach
  void aWatchingViewer() {
    JsonNode admission = json(stage.validate(CODE));
    token = admission.path("playbackToken").asText();
    sessionId = admission.path("sessionId").asText();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aRefreshGivesAFreshTokenOfTheSameSession() {
    stage.gate.clock.advance(Duration.ofSeconds(50));

    HttpResponse<String> answer = call(REFRESH);

    assertThat(answer.statusCode()).isEqualTo(200);
    String fresh = json(answer).path("playbackToken").asText();
    assertThat(json(answer).path("tokenExpiresIn").asInt()).isEqualTo(3600);
    assertThat(stage.tokens.verify(fresh))
        .isInstanceOfSatisfying(
            TokenVerification.Valid.class,
            valid -> assertThat(valid.claims().sessionId()).isEqualTo(sessionId));
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("sg_play=" + fresh));
    assertThat(stage.gate.auditTrail()).contains("PLAYBACK_TOKEN_REFRESHED");
  }

  @Test
  void aRefreshAsksTheAccessRulesAgain() {
    stage.gate.tickets.revoke(List.of(ID), NOON);

    HttpResponse<String> answer = call(REFRESH);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("code").asText()).isEqualTo("CODE_REVOKED");
    assertThat(stage.gate.auditTrail()).contains("PLAYBACK_TOKEN_DENIED revoked");
  }

  @Test
  void aRefreshOfALostSessionTellsWhy() {
    stage.gate.clock.advance(Duration.ofSeconds(61));
    assertAnswer(
        call(REFRESH),
        401,
        """
        {"error":"Session not found","code":"SESSION_LOST","reason":"timed_out"}\
        """);

    stage.gate.seats.releaseByStaff(sessionId, VIEWER);

    assertAnswer(
        call(REFRESH),
        401,
        """
        {"error":"Session not found","code":"SESSION_LOST","reason":"released"}\
        """);
  }

  @Test
  void aRefreshOfADisplacedSessionIsAConflict() {
    displace();

    assertAnswer(call(REFRESH), 409, "{\"error\":\"Session conflict\"}");
  }

  @Test
  void aSessionMayRefreshTwelveTimesAnHour() {
    for (int i = 0; i < 12; i++) {
      assertThat(call(REFRESH).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> answer = call(REFRESH);

    assertAnswer(answer, 429, "{\"error\":\"Too many refresh attempts\"}");
    assertThat(answer.headers().firstValue("Retry-After")).contains("3600");
  }

  @Test
  void aHeartbeatKeepsTheSession() {
    stage.gate.clock.advance(Duration.ofSeconds(50));
    assertAnswer(call(HEARTBEAT), 200, "{\"ok\":true}");
    stage.gate.clock.advance(Duration.ofSeconds(50));

    assertThat(stage.validate(CODE).statusCode()).isEqualTo(409);
  }

  @Test
  void theHeartbeatOfALostSessionTellsWhy() {
    stage.gate.clock.advance(Duration.ofSeconds(61));
    assertAnswer(
        call(HEARTBEAT), 404, "{\"error\":\"Session not found\",\"reason\":\"timed_out\"}");

    call(RELEASE);
    assertAnswer(call(HEARTBEAT), 404, "{\"error\":\"Session not found\",\"reason\":\"released\"}");
  }

  @Test
  void theHeartbeatOfADisplacedSessionIsAConflict() {
    displace();

    assertAnswer(call(HEARTBEAT), 409, "{\"error\":\"Session conflict\"}");
  }

  @Test
  void revokedTicketsAndInactiveEventsAreNotHeard() {
    stage.gate.tickets.revoke(List.of(ID), NOON);
    assertAnswer(call(HEARTBEAT), 401, UNAUTHORIZED);

    stage.gate.tickets.unrevoke(ID);
    assertThat(call(HEARTBEAT).statusCode()).isEqualTo(200);

    stage.gate.events.setActive(runningEvent("evt-1").id(), false, NOON);
    assertAnswer(call(HEARTBEAT), 401, UNAUTHORIZED);
  }

  @Test
  void aReleaseFreesTheSeatHoweverOftenItComes() {
    HttpResponse<String> answer = call(RELEASE);

    assertAnswer(answer, 200, "{\"released\":true}");
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie ->
            assertThat(cookie)
                .startsWith("sg_play=;")
                .contains("Expires=Thu, 1 Jan 1970 00:00:00 GMT", "Path=/streams/evt-1/"));
    assertAnswer(call(RELEASE), 200, "{\"released\":true}");
    assertThat(stage.validate(CODE).statusCode()).isEqualTo(200);
  }

  @Test
  void aBeaconReleasesWithTheTokenAsItsBody() {
    assertAnswer(beacon("text/plain;charset=UTF-8", token, null), 200, "{\"released\":true}");
    assertThat(stage.gate.sessions.ofTicket(ID)).isEmpty();
  }

  @Test
  void aBeaconMayAlsoBeJson() {
    String own = "http://127.0.0.1:" + stage.port();

    assertThat(beacon("application/json", "{\"token\":\"" + token + "\"}", own).statusCode())
        .isEqualTo(200);
    assertThat(stage.gate.sessions.ofTicket(ID)).isEmpty();
  }

  @Test
  void aBeaconFromAnotherSiteIsNotHeard() {
    assertAnswer(beacon("text/plain", token, "https://elsewhere.example"), 401, UNAUTHORIZED);
    assertThat(stage.gate.sessions.ofTicket(ID)).hasSize(1);
  }

  @Test
  void strangersGetOneAnswerAndTheMetricsKeepTheCausesApart() {
    for (String path : List.of(REFRESH, HEARTBEAT, RELEASE)) {
      assertAnswer(
          stage.send(stage.request(path).POST(BodyPublishers.noBody())), 401, UNAUTHORIZED);
      assertAnswer(stage.send(stage.postWithToken(path, "garbage")), 401, UNAUTHORIZED);
      String forged = token.substring(0, token.length() - 4) + "AAAA";
      assertAnswer(stage.send(stage.postWithToken(path, forged)), 401, UNAUTHORIZED);
    }
    stage.gate.events.delete(runningEvent("evt-1").id());
    assertAnswer(call(HEARTBEAT), 401, UNAUTHORIZED);
    stage.gate.clock.advance(Duration.ofHours(1));
    assertAnswer(call(HEARTBEAT), 401, UNAUTHORIZED);

    assertThat(stage.metrics.registry().scrape())
        .contains(
            "streamgate_auth_failures_total{cause=\"missing\"} 3.0",
            "streamgate_auth_failures_total{cause=\"malformed\"} 3.0",
            "streamgate_auth_failures_total{cause=\"signature\"} 3.0",
            "streamgate_auth_failures_total{cause=\"unknown_subject\"} 1.0",
            "streamgate_auth_failures_total{cause=\"expired\"} 1.0");
  }

  @Test
  void theStatusIsOpenToTheToken() {
    HttpResponse<String> answer =
        stage.send(stage.request("events/evt-1/status").header("Authorization", "Bearer " + token));

    assertAnswer(
        answer,
        200,
        """
        {"eventId":"evt-1","status":"live","startsAt":"2026-03-10T11:00:00.000Z",\
        "endsAt":"2026-03-10T15:00:00.000Z"}\
        """);
  }

  @Test
  void theStatusIsOpenToTheCodeAndWrongOnesAreGuesses() {
    stage.gate.events.insert(runningEvent("evt-2"));
    for (int i = 0; i < 10; i++) {
      assertThat(status("evt-1?code=" + CODE).statusCode()).isEqualTo(200);
      assertThat(status("evt-1").statusCode()).isEqualTo(401);
      assertThat(status("evt-9?code=" + CODE).body()).isEqualTo("{\"error\":\"Event not found\"}");
    }
    for (int i = 0; i < 5; i++) {
      assertThat(status("evt-2?code=" + CODE).statusCode()).isEqualTo(401);
    }

    assertThat(status("evt-1?code=" + CODE).statusCode()).isEqualTo(429);
  }

  @Test
  void managersSeeWhoWatchesAndTheDoorCanEndIt() {
    stage.signIn(new StaffCaller("acc-1", "maria", StaffRole.MANAGER, false));
    JsonNode sessions = data(stage.send(stage.request("admin/tokens/" + ID + "/sessions")));
    assertThat(sessions.path("count").asInt()).isEqualTo(1);
    assertThat(sessions.path("available").asInt()).isZero();
    assertThat(sessions.path("sessions").path(0).path("clientIp").asText()).isEqualTo("127.0.0.1");
    JsonNode viewers = data(stage.send(stage.request("admin/events/evt-1/viewers")));
    assertThat(viewers.path(0).path("tokenCode").asText()).isEqualTo(CODE);
    assertThat(viewers.path(0).path("sessionId").asText()).isEqualTo(sessionId);

    stage.signIn(new StaffCaller("acc-2", "anna", StaffRole.DOOR, false));
    HttpResponse<String> released = releaseByStaff();

    assertThat(released.statusCode()).isEqualTo(204);
    assertThat(released.headers().firstValue("X-Change-Seq")).contains("1");
    assertAnswer(releaseByStaff(), 404, "{\"error\":\"Session not found\"}");
  }

  @Test
  void theDoorSeesNoListsOfViewers() {
    stage.signIn(new StaffCaller("acc-2", "anna", StaffRole.DOOR, false));

    assertThat(stage.send(stage.request("admin/events/evt-1/viewers")).statusCode()).isEqualTo(403);
    assertThat(stage.send(stage.request("admin/tokens/" + ID + "/sessions")).statusCode())
        .isEqualTo(403);
  }

  private void displace() {
    stage.gate.clock.advance(Duration.ofSeconds(61));
    assertThat(stage.validate(CODE).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> call(String path) {
    return stage.send(stage.postWithToken(path, token));
  }

  private HttpResponse<String> status(String path) {
    int query = path.indexOf('?');
    String id = query < 0 ? path : path.substring(0, query);
    return stage.send(stage.request("events/" + id + "/status" + path.substring(id.length())));
  }

  private HttpResponse<String> releaseByStaff() {
    return stage.send(
        stage
            .request("admin/sessions/" + sessionId)
            .header("X-Requested-With", "console")
            .DELETE());
  }

  private HttpResponse<String> beacon(String contentType, String body, @Nullable String origin) {
    var request =
        stage
            .request(RELEASE)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body));
    return stage.send(origin == null ? request : request.header("Origin", origin));
  }

  private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
  }

  private static JsonNode data(HttpResponse<String> answer) {
    return json(answer).path("data");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
