package dev.streamgate.server.playback.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static dev.streamgate.server.fixtures.TicketSample.CODE;
import static dev.streamgate.server.fixtures.TicketSample.ID;
import static dev.streamgate.server.fixtures.TicketSample.expiredTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.revokedTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.staffTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static dev.streamgate.server.fixtures.TicketSample.ticketForItem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.grants.TokenVerification;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class ValidateTest {
  private static final String INVALID =
      """
      {"error":"Invalid code. Please check your ticket and try again.","code":"CODE_INVALID"}\
      """;
  private static final String IN_USE =
      """
      {"error":"This access code is currently in use on another device.","inUse":true}\
      """;

  private final TestDatabase kind;
  private ViewerStage stage;

  ValidateTest(TestDatabase kind) {
    this.kind = kind;
    stage = new ViewerStage(kind, runningEvent("evt-1"), ticketFor("evt-1"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aCodeOpensItsEvent() {
    HttpResponse<String> answer = stage.validate("7k3m-9qwx 2htw");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = json(answer);
    assertThat(body.path("event").toString())
        .isEqualTo(
            """
            {"title":"Title of evt-1","description":null,"startsAt":"2026-03-10T11:00:00.000Z",\
            "endsAt":"2026-03-10T15:00:00.000Z","posterUrl":null,"isLive":true}\
            """);
    assertThat(body.path("streamPath").asText()).isEqualTo("/streams/evt-1/stream.m3u8");
    assertThat(body.path("playbackBaseUrl").asText()).isEqualTo("http://127.0.0.1:" + stage.port());
    assertThat(body.path("expiresAt").asText()).isEqualTo("2026-03-12T12:00:00.000Z");
    assertThat(body.path("tokenExpiresIn").asInt()).isEqualTo(3600);
    assertThat(body.path("eventId").asText()).isEqualTo("evt-1");
    assertThat(body.path("status").asText()).isEqualTo("live");
    assertThat(body.path("serverTime").asText()).isEqualTo("2026-03-10T12:00:00.000Z");
    assertThat(body.path("watermark").isNull()).isTrue();
    assertThat(body.path("captions").toString()).isEqualTo("[]");
    PlaybackTokenClaims claims = claims(body.path("playbackToken").asText());
    assertThat(claims.subject()).isEqualTo(CODE);
    assertThat(claims.sessionId()).isEqualTo(body.path("sessionId").asText());
  }

  @Test
  void theFirstUseIsNotedAndEverythingIsAudited() {
    stage.validate(CODE);

    assertThat(stage.gate.tickets.findById(ID).orElseThrow().redeemedAt()).isEqualTo(NOON);
    assertThat(stage.gate.auditTrail())
        .containsExactly("SESSION_CREATED", "CODE_ACCEPTED", "PLAYBACK_TOKEN_ISSUED");
  }

  @Test
  void theCookiesAreAsSpecified() {
    HttpResponse<String> answer = stage.validate(CODE);

    String token = json(answer).path("playbackToken").asText();
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(attributes(cookies.getFirst()))
        .hasSize(5)
        .contains("Max-Age=31536000", "Path=/api", "HttpOnly", "SameSite=Lax");
    assertThat(cookies.getFirst()).matches("sg_device=[0-9a-f]{32};.*");
    assertThat(attributes(cookies.getLast()))
        .containsExactlyInAnyOrder(
            "sg_play=" + token, "Max-Age=3600", "Path=/streams/evt-1/", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void overHttpsTheCookiesAreSecure() {
    HttpResponse<String> answer =
        stage.send(
            stage
                .post("tokens/validate", "{\"code\":\"" + CODE + "\"}")
                .header("X-Forwarded-Proto", "https"));

    assertThat(answer.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(attributes(cookie)).contains("Secure"));
  }

  @Test
  void inAFrameOfAnotherSiteCookiesAreKeptApart() {
    HttpRequest.Builder validation = stage.post("tokens/validate", "{\"code\":\"" + CODE + "\"}");
    HttpResponse<String> answer =
        stage.send(
            validation
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "gate.example")
                .header("Referer", "https://gate.example/embed/evt-1?token=a&expires=1"));

    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie ->
            assertThat(attributes(cookie)).contains("Secure", "SameSite=None", "Partitioned"));
  }

  @Test
  void theSameBrowserGetsInAgainAndAnotherOneDoesNot() {
    HttpResponse<String> first = stage.validate(CODE);
    String device = attributes(first.headers().firstValue("Set-Cookie").orElseThrow()).getFirst();

    HttpResponse<String> again = stage.send(validation(CODE).header("Cookie", device));
    HttpResponse<String> other = stage.validate(CODE);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().allValues("Set-Cookie")).hasSize(1);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).isEqualTo(IN_USE);
  }

  @Test
  void ofFiftyDevicesAtOnceExactlyOneGetsIn() throws InterruptedException, ExecutionException {
    Callable<HttpResponse<String>> validation = () -> stage.validate(CODE);
    int granted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpResponse<String>> answer :
          threads.invokeAll(Collections.nCopies(50, validation))) {
        granted += answer.get().statusCode() == 200 ? 1 : 0;
        assertThat(answer.get().statusCode()).isIn(200, 409);
      }
    }

    assertThat(granted).isEqualTo(1);
    assertThat(stage.gate.sessions.ofTicket(ID)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"000000000000\"}",
        "{\"code\":\"\"}",
        "{\"code\":\"no code!\"}",
        "{\"code\":123456789012}",
        "{\"code\":null}",
        "{}",
      })
  void whateverIsNoCodeIsAWrongCode(String body) {
    HttpResponse<String> answer = stage.send(stage.post("tokens/validate", body));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(INVALID);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(stage.gate.auditTrail()).hasSize(1).allMatch(row -> row.startsWith("CODE_REFUSED"));
  }

  @Test
  void aBodyThatIsNotJsonIsAWrongRequest() {
    HttpResponse<String> answer = stage.send(stage.post("tokens/validate", "code"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Invalid request body\"}");
  }

  @Test
  void aCodeOfAnotherEventIsAWrongCodeWhereOneEventIsAskedFor() {
    String body = "{\"code\":\"%s\",\"eventId\":\"%s\"}";

    assertThat(stage.send(stage.post("tokens/validate", body.formatted(CODE, "evt-2"))).body())
        .isEqualTo(INVALID);
    assertThat(stage.gate.sessions.ofTicket(ID)).isEmpty();
    assertThat(stage.send(stage.post("tokens/validate", body.formatted(CODE, "evt-1"))))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  @Test
  void aRevokedCodeIsForbidden() {
    reopen(new ViewerStage(kind, runningEvent("evt-1"), revokedTicketFor("evt-1")));

    HttpResponse<String> answer = stage.validate(CODE);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":"This code has been revoked. Please contact the event organizer.",\
            "code":"CODE_REVOKED"}\
            """);
    assertThat(stage.gate.auditTrail()).containsExactly("CODE_REFUSED revoked");
  }

  @Test
  void anInactiveEventIsUnavailable() {
    stage.gate.events.setActive(runningEvent("evt-1").id(), false, NOON);

    HttpResponse<String> answer = stage.validate(CODE);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":"This event is no longer available.","code":"EVENT_UNAVAILABLE"}\
            """);
  }

  @Test
  void aTicketForStaffOpensAnInactiveEventAndThatIsAudited() {
    reopen(new ViewerStage(kind, runningEvent("evt-1"), staffTicketFor("evt-1")));
    stage.gate.events.setActive(runningEvent("evt-1").id(), false, NOON);

    assertThat(stage.validate(CODE).statusCode()).isEqualTo(200);
    assertThat(stage.gate.auditTrail())
        .containsExactly(
            "SESSION_CREATED", "ADMIN_OVERRIDE", "CODE_ACCEPTED", "PLAYBACK_TOKEN_ISSUED");
  }

  @Test
  void anExpiredCodeIsGone() {
    reopen(new ViewerStage(kind, runningEvent("evt-1"), expiredTicketFor("evt-1")));

    HttpResponse<String> answer = stage.validate(CODE);

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":"This code has expired. Access was available until 2026-03-10 11:59 UTC.",\
            "code":"CODE_EXPIRED","expiredAt":"2026-03-10T11:59:00.000Z"}\
            """);
  }

  @Test
  void aLockedItemTellsWhenItOpens() {
    reopen(new ViewerStage(kind, runningEvent("evt-1"), ticketForItem("evt-1", "day-2")));
    stage.gate.database.update(
        "adding an item",
        handle ->
            handle.execute(
                "INSERT INTO event_items (event_id, item, available_at) VALUES (?, ?, ?)",
                "evt-1",
                "day-2",
                NOON.plusSeconds(86_400)));

    HttpResponse<String> answer = stage.validate(CODE);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":"Available on 2026-03-11 12:00 UTC.","code":"NOT_YET_AVAILABLE",\
            "availableAt":"2026-03-11T12:00:00.000Z"}\
            """);
  }

  @Test
  void theSixthWrongCodeIsTooMany() {
    for (int i = 0; i < 5; i++) {
      assertThat(stage.validate("000000000000").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> answer = stage.validate(CODE);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":"Too many attempts. Please wait a moment and try again.",\
            "code":"TOO_MANY_ATTEMPTS"}\
            """);
  }

  @Test
  void aLockedAddressLetsTheOwnDeviceBackIn() {
    String device =
        attributes(stage.validate(CODE).headers().firstValue("Set-Cookie").orElseThrow())
            .getFirst();
    for (int i = 0; i < 5; i++) {
      stage.validate("000000000000");
    }

    assertThat(stage.send(validation(CODE).header("Cookie", device)).statusCode()).isEqualTo(200);
    assertThat(stage.validate(CODE).statusCode()).isEqualTo(429);
  }

  @Test
  void fiftyGuestsBehindOneAddressAllGetIn() {
    for (int i = 10; i < 60; i++) {
      String code = "GUEST" + i;
      stage.gate.tickets.insertAll(List.of(unusedTicket("guest-" + i, code, "evt-1")));

      assertThat(stage.validate(code).statusCode()).isEqualTo(200);
    }
  }

  private void reopen(ViewerStage other) {
    stage.close();
    stage = other;
  }

  private HttpRequest.Builder validation(String code) {
    return stage.post("tokens/validate", "{\"code\":\"" + code + "\"}");
  }

  private PlaybackTokenClaims claims(String token) {
    assertThat(stage.tokens.verify(token)).isInstanceOf(TokenVerification.Valid.class);
    return ((TokenVerification.Valid) stage.tokens.verify(token)).claims();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> attributes(String cookie) {
    return List.of(cookie.split("; ?", -1));
  }
}
