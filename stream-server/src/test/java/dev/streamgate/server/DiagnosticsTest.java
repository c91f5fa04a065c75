package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Support's look into one case, and the six causes of a 401 behind one body.
@TestInstance(Lifecycle.PER_CLASS)
class DiagnosticsTest {
  private static final String SECRET = RunningServer.SIGNING_SECRET;
  private static final String OLD_SECRET = "the previous secret of these tests, long enough";

  private RunningServer server;
  private GateCalls calls;
  private String event = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder, Map.of("PLAYBACK_SIGNING_SECRET_OLD", OLD_SECRET));
    calls = new GateCalls(server);
    event = calls.createEvent("Support", "never");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String token(String secret, String subject, Duration left) {
    SigningKeys keys = new SigningKeys(SigningKey.of(secret), Optional.empty());
    Instant now = InstantSource.system().instant();
    return new JwtPlaybackTokens(keys, InstantSource.fixed(now))
        .mint(
            new PlaybackTokenClaims(
                subject,
                event,
                "sid-of-nobody",
                StreamPath.buildStreamPathPrefix(new EventId(event)),
                now,
                now.plus(left),
                null,
                null,
                List.of(),
                null,
                false,
                null));
  }

  private String code() {
    return calls.ticket(event, Map.of("count", 1)).path("code").asText();
  }

  private static String results(JsonNode answer) {
    return String.join(" ", answer.path("checks").findValuesAsText("result"));
  }

  private static String detail(JsonNode answer, String id) {
    return answer
        .path("checks")
        .valueStream()
        .filter(check -> check.path("id").asText().equals(id))
        .map(check -> check.path("detail").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGoodTokenPassesEveryCheckInOrder() {
    JsonNode seat = GateCalls.json(calls.validate(Map.of("code", code())));

    JsonNode answer = calls.diagnose("Bearer " + seat.path("playbackToken").asText());

    assertThat(answer.path("kind").asText()).isEqualTo("token");
    assertThat(answer.path("cause").isNull()).isTrue();
    assertThat(answer.path("sessionId").asText()).isEqualTo(seat.path("sessionId").asText());
    assertThat(answer.path("checks").findValuesAsText("id"))
        .containsExactly(
            "threeParts",
            "signature",
            "notExpired",
            "subjectExists",
            "subjectActive",
            "sessionAlive",
            "corsOrigin");
    assertThat(results(answer)).isEqualTo("pass pass pass pass pass pass skip");
    assertThat(detail(answer, "signature")).isEqualTo("current key");
    assertThat(answer.path("audit").findValuesAsText("action"))
        .contains("SESSION_CREATED", "CODE_ACCEPTED");
  }

  @Test
  void theSixCausesAreToldApartWhileTheCallerLearnsNothing() {
    String good = code();
    String revoked = code();
    String revokedToken =
        GateCalls.json(calls.validate(Map.of("code", revoked))).path("playbackToken").asText();
    String id = calls.diagnose(revoked).path("tokenId").asText();
    calls.staff("PATCH", "tokens/" + id + "/revoke", Map.of());
    Map<String, String> tokens =
        Map.of(
            "malformed", "eyJ.garbage.",
            "signature", token("a secret that nobody here knows at all", good, Duration.ofHours(1)),
            "expired", token(SECRET, good, Duration.ofMinutes(-12)),
            "unknown_subject", token(SECRET, "0000000000ZZ", Duration.ofHours(1)),
            "inactive_subject", revokedToken);

    tokens.forEach((cause, token) -> {
      assertThat(calls.diagnose(token).path("cause").asText()).isEqualTo(cause);
      HttpResponse<String> refused = calls.playback("heartbeat", token);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
      assertThat(calls.metrics()).contains("auth_failures_total{cause=\"" + cause + "\"} 1.0");
    });
    assertThat(calls.playback("heartbeat", "").body()).isEqualTo("{\"error\":\"Unauthorized\"}");
    assertThat(calls.metrics()).contains("auth_failures_total{cause=\"missing\"} 1.0");
    assertThat(detail(calls.diagnose(token(SECRET, good, Duration.ofMinutes(-12))), "notExpired"))
        .isEqualTo("expired 12 min ago");
  }

  @Test
  void aTokenThatWouldLiveTooLongIsNotCalledGood() {
    JsonNode answer = calls.diagnose(token(SECRET, code(), Duration.ofHours(9)));

    assertThat(answer.path("cause").asText()).isEqualTo("malformed");
    assertThat(detail(answer, "notExpired"))
        .isEqualTo("not valid yet, or for longer than any token may be");
  }

  @Test
  void aTokenOfTheOldKeyIsNamedSoAndNotCounted() {
    JsonNode answer = calls.diagnose(token(OLD_SECRET, code(), Duration.ofHours(1)));

    assertThat(detail(answer, "signature")).isEqualTo("old key");
    assertThat(detail(answer, "sessionAlive")).isEqualTo("timed out: its heartbeats stayed away");
    assertThat(calls.metrics()).contains("streamgate_old_key_uses_total 0.0");
  }

  @Test
  void codesAndSessionsAreFoundEndedOnesToo() {
    String code = code();
    JsonNode seat = GateCalls.json(calls.validate(Map.of("code", code)));
    String session = seat.path("sessionId").asText();

    JsonNode byCode = calls.diagnose(" " + code.toLowerCase(Locale.ROOT) + " ");
    assertThat(byCode.path("kind").asText()).isEqualTo("code");
    assertThat(results(byCode)).isEqualTo("skip skip pass pass pass pass skip");
    assertThat(detail(byCode, "sessionAlive")).startsWith("1 of 1 seats taken");
    assertThat(calls.diagnose(session).path("kind").asText()).isEqualTo("session");

    calls.playback("release", seat.path("playbackToken").asText());

    JsonNode ended = calls.diagnose(session);
    assertThat(ended.path("tokenId").asText()).isEqualTo(byCode.path("tokenId").asText());
    assertThat(detail(ended, "sessionAlive")).isEqualTo("released by the viewer or by staff");
    assertThat(ended.toString()).doesNotContain(code);
  }

  @Test
  void whatIsNothingGetsAClearAnswer() {
    assertThat(calls.diagnose("?!").path("cause").asText()).isEqualTo("malformed");
    assertThat(calls.diagnose("?!").path("kind").asText()).isEqualTo("unknown");
    assertThat(calls.diagnose("NOSUCHCODE99").path("cause").asText()).isEqualTo("unknown_subject");
    assertThat(calls.diagnose("0123456789abcdef0123456789abcdef").path("kind").asText())
        .isEqualTo("session");
    for (Object body : List.of(Map.of(), Map.of("query", " "), Map.of("query", 7))) {
      HttpResponse<String> answer = calls.staff("POST", "diagnostics", body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Query is required\"}");
    }
    assertThat(calls.staff("POST", "diagnostics", Map.of("query", "x".repeat(9000))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aForwardedHeaderFromAStrangerIsShownAsAWarningOnce() {
    for (String address : List.of("192.0.2.1", "192.0.2.2")) {
      server.send(server.request("/health", "").header("X-Forwarded-Proto", address).GET().build());
    }

    String expected =
        "[\"127.0.0.1 sends X-Forwarded-Proto but is not named in TRUSTED_PROXIES;"
            + " the header is ignored\"]";
    assertThat(calls.diagnose("?!").path("warnings").toString()).isEqualTo(expected);
    JsonNode dashboard = GateCalls.json(server.get("/api/admin/dashboard", calls.owner()));
    assertThat(dashboard.path("data").path("warnings").toString()).isEqualTo(expected);
  }
}
