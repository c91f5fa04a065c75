package dev.streamgate.server;

import static dev.streamgate.server.ContentStage.code;
import static dev.streamgate.server.ContentStage.data;
import static dev.streamgate.server.ContentStage.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.TicketCode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens of the content API: for a code, for a partner, for anybody; what they are worth, and how
/// they end.
@TestInstance(Lifecycle.PER_CLASS)
class ContentTokensTest {
  private static final String TOKEN = "playback-token";
  private static final String NOT_ENTITLED =
      "Not authorized to access this content. A valid ticket is required.";

  private ContentStage stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = new ContentStage(folder, Map.of("VALIDATE_REFUSED_PER_MINUTE", "1000"));
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @Test
  void aPartnersTokenSaysWhatItsAnswerSays() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    JsonNode issued = stage.issued(event, ticket);
    JsonNode claims = claims(issued.path("token").asText());
    assertThat(claims.path("eid").asText()).isEqualTo(event);
    assertThat(claims.path("sid").asText()).isEqualTo(issued.path("sessionId").asText());
    assertThat(claims.path("viewerId").asText()).isEqualTo(ticket.path("id").asText());
    assertThat(claims.path("watermarkId").asText())
        .isEqualTo(issued.path("watermarkId").asText())
        .matches("[0-9a-f]{16}");
    assertThat(claims.path("sub").asText())
        .isEqualTo(new TicketCode(ticket.path("code").asText()).hash());
    assertThat(claims.path("scope").asText()).isEqualTo("content");
    assertThat(issued.toString()).doesNotContain(ticket.path("code").asText());
  }

  @Test
  void twoSessionsHaveTwoWatermarksAndASessionKeepsItsOwn() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    JsonNode first = stage.issued(event, ticket);
    JsonNode second = stage.issued(event, ticket);
    JsonNode again =
        data(
            stage.partner(
                TOKEN,
                Map.of(
                    "contentId", event,
                    "viewerId", ticket.path("id").asText(),
                    "sessionId", first.path("sessionId").asText())));
    assertThat(second.path("watermarkId")).isNotEqualTo(first.path("watermarkId"));
    assertThat(again.path("watermarkId")).isEqualTo(first.path("watermarkId"));
    assertThat(again.path("sessionId")).isEqualTo(first.path("sessionId"));
  }

  @Test
  void whoeverShowsACodeIsAnOrdinaryViewer() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    String code = ticket.path("code").asText();
    JsonNode issued = data(stage.ask(TOKEN, Map.of("contentId", event, "code", code)));
    String token = issued.path("token").asText();
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(200);
    assertThat(stage.calls.playback("heartbeat", token).statusCode()).isEqualTo(200);
    assertThat(stage.calls.playback("refresh", token).statusCode()).isEqualTo(401);
    HttpResponse<String> second = stage.ask(TOKEN, Map.of("contentId", event, "code", code));
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(GateCalls.json(second).path("details").path("maxAllowed").asInt()).isEqualTo(1);
    assertThat(stage.calls.playback("release", token).statusCode()).isEqualTo(200);
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(403);
    assertThat(stage.calls.playback("heartbeat", token).statusCode()).isEqualTo(404);
  }

  @Test
  void aPlayerOfAPartnerReportsProgress() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    String token = stage.issued(event + "/talk", ticket).path("token").asText();
    Map<String, ?> report = Map.of("watchedSeconds", 30, "lastPositionSeconds", 20);
    assertThat(stage.server.post("/api/playback/progress", token, report).statusCode())
        .isEqualTo(200);
    String whole = stage.issued(event, ticket).path("token").asText();
    assertThat(
            GateCalls.json(stage.server.get("/api/playback/progress", whole)).at("/watchedSeconds"))
        .hasToString("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"code":"ABCDEF"}                                            | contentId is required
          {"contentId":"evt-1"}                                        | code or viewerId is required
          {"contentId":"evt-1","code":"ABCDEF","expiryMinutes":0}      | expiryMinutes must be between 1 and 480
          {"contentId":"evt-1","code":"ABCDEF","expiryMinutes":481}    | expiryMinutes must be between 1 and 480
          {"contentId":"evt-1","code":"ABCDEF","expiryMinutes":1.5}    | expiryMinutes must be between 1 and 480
          """)
  void whatIsMissingIsNamed(String body, String error) {
    JsonNode json = WireJson.tree(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    HttpResponse<String> answer = stage.server.post("/api/v1/content/" + TOKEN, "", json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer)).isEqualTo(error);
    assertThat(code(answer)).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void tokensLiveFourHoursUnlessSaidOtherwise() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    assertThat(lifeOf(stage.issued(event, ticket))).isBetween(14_390L, 14_400L);
    JsonNode brief =
        data(
            stage.partner(
                TOKEN,
                Map.of(
                    "contentId",
                    event,
                    "viewerId",
                    ticket.path("id").asText(),
                    "expiryMinutes",
                    5)));
    assertThat(lifeOf(brief)).isBetween(290L, 300L);
  }

  @Test
  void aSixthSessionIsTooMany() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    Set<String> sessions = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      sessions.add(stage.issued(event, ticket).path("sessionId").asText());
    }
    HttpResponse<String> sixth =
        stage.partner(TOKEN, Map.of("contentId", event, "viewerId", ticket.path("id").asText()));
    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.body())
        .isEqualTo(
            "{\"success\":false,\"error\":\"Maximum concurrent sessions (5) exceeded\","
                + "\"code\":\"RATE_LIMIT_EXCEEDED\","
                + "\"details\":{\"activeSessions\":5,\"maxAllowed\":5}}");
    JsonNode list = data(stage.partnerGet("sessions/" + ticket.path("id").asText()));
    assertThat(list.path("activeSessions").asInt()).isEqualTo(5);
    assertThat(list.path("sessionIds").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(sessions);
  }

  @Test
  void aPartnerMayNameAFreshSession() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    Map<String, String> named =
        Map.of(
            "contentId",
            event,
            "viewerId",
            ticket.path("id").asText(),
            "sessionId",
            "player_0000000000001");
    assertThat(data(stage.partner(TOKEN, named)).path("sessionId").asText())
        .isEqualTo("player_0000000000001");
    stage.partner("revoke-token", Map.of("sessionId", "player_0000000000001"));
    assertThat(stage.partner(TOKEN, named).statusCode()).isEqualTo(400);
    assertThat(
            stage
                .partner(
                    TOKEN,
                    Map.of(
                        "contentId",
                        event,
                        "viewerId",
                        ticket.path("id").asText(),
                        "sessionId",
                        "short"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void strangersNameNoViewersAndWrongCodesOpenNothing() throws IOException {
    String event = stage.event(Map.of());
    String other = stage.event(Map.of());
    JsonNode ticket = stage.ticket(other);
    HttpResponse<String> stranger =
        stage.ask(TOKEN, Map.of("contentId", other, "viewerId", ticket.path("id").asText()));
    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(code(stranger)).isEqualTo("ACCESS_DENIED");
    HttpResponse<String> elsewhere =
        stage.ask(TOKEN, Map.of("contentId", event, "code", ticket.path("code").asText()));
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(error(elsewhere)).startsWith("Invalid code.");
    HttpResponse<String> partner =
        stage.partner(TOKEN, Map.of("contentId", event, "viewerId", ticket.path("id").asText()));
    assertThat(error(partner)).isEqualTo(NOT_ENTITLED);
    assertThat(stage.ask(TOKEN, Map.of("contentId", "no-event", "code", "ABCDEF")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anItemsTokenOpensNothingElse() throws IOException {
    String event = stage.event(Map.of());
    JsonNode forTalk = stage.ticket(event, Map.of("item", "talk"));
    String token = stage.issued(event + "/talk", forTalk).path("token").asText();
    assertThat(stage.media(event, "talk/segment-0.ts", token)).isEqualTo(200);
    assertThat(stage.media(event, "360/segment-0.ts", token)).isEqualTo(403);
    HttpResponse<String> whole =
        stage.partner(TOKEN, Map.of("contentId", event, "viewerId", forTalk.path("id").asText()));
    assertThat(whole.statusCode()).isEqualTo(403);
    assertThat(
            stage.partner(TOKEN, Map.of("contentId", event + "/other", "code", "X")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anItemThatIsNotOpenSaysWhenItWillBe() throws IOException {
    String event = stage.event(Map.of());
    stage.calls.staff(
        "PUT", "events/" + event + "/items", ContentStage.items("2039-01-01T12:00:00Z"));
    JsonNode ticket = stage.ticket(event);
    HttpResponse<String> locked =
        stage.partner(
            TOKEN, Map.of("contentId", event + "/talk", "viewerId", ticket.path("id").asText()));
    assertThat(error(locked)).isEqualTo("Available on 2039-01-01 12:00 UTC.");
    String token = stage.issued(event, ticket).path("token").asText();
    assertThat(stage.media(event, "360/segment-0.ts", token)).isEqualTo(200);
    assertThat(stage.media(event, "talk/segment-0.ts", token)).isEqualTo(403);
    HttpResponse<String> signed =
        stage.partner(event + "/signed-url", Map.of("viewerId", ticket.path("id").asText()));
    assertThat(signed.statusCode()).isEqualTo(403);
  }

  @Test
  void anybodyMayHaveThePreviewIfThereIsOne() throws IOException {
    String event = stage.event(Map.of("previewEnabled", true));
    JsonNode issued = data(stage.ask(TOKEN, Map.of("contentId", event, "preview", true)));
    String token = issued.path("token").asText();
    assertThat(stage.media(event, "preview/segment-0.ts", token)).isEqualTo(200);
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(403);
    assertThat(stage.fetch(issued.path("hlsUrl").asText()).body())
        .contains("/preview/segment-0.ts");
    assertThat(stage.introspect(token).path("valid").asBoolean()).isTrue();
    HttpResponse<String> none =
        stage.ask(TOKEN, Map.of("contentId", stage.event(Map.of()), "preview", true));
    assertThat(none.statusCode()).isEqualTo(403);
    assertThat(code(none)).isEqualTo("ACCESS_DENIED");
  }

  @Test
  void aTokenIsWorthWhatItSaysUntilItsSessionEnds() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    JsonNode issued = stage.issued(event, ticket);
    String token = issued.path("token").asText();
    JsonNode payload = stage.introspect(token).path("payload");
    assertThat(payload.path("contentId").asText()).isEqualTo(event);
    assertThat(payload.path("viewerId")).isEqualTo(ticket.path("id"));
    assertThat(payload.path("sessionId")).isEqualTo(issued.path("sessionId"));
    assertThat(payload.path("watermarkId")).isEqualTo(issued.path("watermarkId"));
    assertThat(payload.path("expiresAt").asLong())
        .isEqualTo(Instant.parse(issued.path("expiresAt").asText()).toEpochMilli());
    assertThat(
            data(stage.partner(
                    "revoke-token", Map.of("sessionId", issued.path("sessionId").asText())))
                .path("revoked")
                .asBoolean())
        .isTrue();
    assertThat(stage.introspect(token).path("error").asText())
        .isEqualTo("Session not found or expired");
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(403);
    assertThat(stage.introspect("garbage").path("error").asText()).isEqualTo("Invalid token");
  }

  @Test
  void revokingTheCodeOrDeactivatingTheEventEndsTokens() throws IOException {
    String event = stage.event(Map.of());
    JsonNode first = stage.ticket(event);
    JsonNode second = stage.ticket(event);
    String revoked = stage.issued(event, first).path("token").asText();
    String closed = stage.issued(event, second).path("token").asText();
    stage.calls.staff("PATCH", "tokens/" + first.path("id").asText() + "/revoke", Map.of());
    assertThat(stage.media(event, "stream.m3u8", revoked)).isEqualTo(403);
    assertThat(stage.introspect(revoked).path("error").asText())
        .isEqualTo("Access has been revoked");
    assertThat(stage.media(event, "stream.m3u8", closed)).isEqualTo(200);
    stage.calls.staff("PATCH", "events/" + event + "/deactivate", Map.of());
    assertThat(stage.media(event, "stream.m3u8", closed)).isEqualTo(403);
    assertThat(stage.introspect(closed).path("error").asText())
        .isEqualTo("Access has been revoked");
  }

  @Test
  void aWrongKeyIsToldAndEveryDenialIsWrittenDown() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    Map<String, String> byViewer =
        Map.of("contentId", event, "viewerId", ticket.path("id").asText());
    assertThat(code(stage.ask(TOKEN, byViewer))).isEqualTo("ACCESS_DENIED");
    HttpResponse<String> wrongKey =
        stage.server.send(
            stage
                .server
                .request("/api/v1/content/" + TOKEN, "")
                .header("X-Internal-Api-Key", "a key of nobody")
                .POST(BodyPublishers.ofByteArray(WireJson.bytes(byViewer)))
                .build());
    assertThat(wrongKey.statusCode()).isEqualTo(401);
    assertThat(code(wrongKey)).isEqualTo("TOKEN_INVALID");
    String session = "session-of-one-viewer";
    Map<String, String> named = new TreeMap<>(byViewer);
    named.put("sessionId", session);
    assertThat(stage.partner(TOKEN, named).statusCode()).isEqualTo(200);
    named.put("viewerId", stage.ticket(event).path("id").asText());
    assertThat(stage.partner(TOKEN, named).statusCode()).isEqualTo(400);
    stage.ask(TOKEN, Map.of("contentId", event, "code", "?!"));
    assertThat(
            stage
                .calls
                .audit("action=PLAYBACK_TOKEN_DENIED&eventId=" + event)
                .findValuesAsText("reason"))
        .containsExactly("session_refused");
    assertThat(stage.calls.audit("action=CODE_REFUSED&eventId=" + event).findValuesAsText("reason"))
        .containsExactly("malformed");
  }

  private static long lifeOf(JsonNode issued) {
    Instant end = Instant.parse(issued.path("expiresAt").asText());
    return Duration.between(Instant.now(), end).toSeconds();
  }

  private static JsonNode claims(String token) {
    return WireJson.tree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
