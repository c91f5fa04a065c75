package dev.streamgate.server.playback.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TicketSample.CODE;
import static dev.streamgate.server.fixtures.TicketSample.ID;
import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ProgressTest {
  private static final String PATH = "playback/progress";
  private static final String NOTHING_YET =
      """
      {"ok":true,"isCompleted":false,"watchedSeconds":0,"lastPositionSeconds":0,"watchCount":0,\
      "durationSeconds":null}\
      """;

  private final ViewerStage stage;
  private String token = "";

  ProgressTest(TestDatabase kind) {
    stage = new ViewerStage(kind, runningEvent("evt-1"), ticketFor("evt-1"));
  }

  @BeforeEach
  void aWatchingViewer() {
    token = enter();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whoHasToldNothingHasWatchedNothing() {
    assertAnswer(ask(), 200, NOTHING_YET);
  }

  @Test
  void whatWasToldIsRemembered() {
    String known =
        """
        {"ok":true,"isCompleted":false,"watchedSeconds":120,"lastPositionSeconds":118,\
        "watchCount":1,"durationSeconds":600}\
        """;

    assertAnswer(tell(120, 118, "\"durationSeconds\":600,\"started\":true"), 200, known);
    assertAnswer(ask(), 200, known);
  }

  @Test
  void aSessionIsCountedOnceAndTheNextOneAgain() {
    tell(1, 1, "\"started\":true");
    tell(2, 2, "\"started\":true");
    assertThat(ask().body()).contains("\"watchCount\":1");

    stage.send(stage.postWithToken("playback/release", token));
    token = enter();
    tell(3, 3, "\"started\":true");

    assertThat(ask().body()).contains("\"watchCount\":2", "\"watchedSeconds\":3");
  }

  @Test
  void eventsOfPlayersAreOnlyCounted() {
    tell(1, 1, "\"event\":\"PLAY\",\"metadata\":{\"anything\":[1]}");
    tell(2, 2, "\"event\":\"DANCE\"");

    assertThat(stage.metrics.registry().scrape())
        .contains("streamgate_player_events_total{event=\"play\"} 1.0")
        .doesNotContain("event=\"dance\"");
  }

  @Test
  void nonsenseIsRefusedAndChangesNothing() {
    Stream.of("-1", "\"5\"", "null", "true", "1e300", "[1]")
        .forEach(nonsense -> {
          assertAnswer(tell(nonsense, "5", ""), 400, "{\"error\":\"Invalid progress values\"}");
          assertAnswer(tell("5", nonsense, ""), 400, "{\"error\":\"Invalid progress values\"}");
        });
    assertThat(tell(5, 5, "\"durationSeconds\":-1").statusCode()).isEqualTo(400);
    assertThat(tell(5, 5, "\"isCompleted\":\"yes\"").statusCode()).isEqualTo(400);
    assertAnswer(ask(), 200, NOTHING_YET);
  }

  @Test
  void partsOfASecondAreDropped() {
    assertThat(tell("12.9", "3.2", "").body())
        .contains("\"watchedSeconds\":12", "\"lastPositionSeconds\":3");
  }

  @Test
  void strangersAndRevokedTicketsAreToldNothing() {
    assertThat(stage.send(stage.request(PATH)).statusCode()).isEqualTo(401);
    assertThat(stage.send(stage.post(PATH, "{}")).statusCode()).isEqualTo(401);
    stage.gate.tickets.revoke(List.of(ID), NOON);

    assertAnswer(ask(), 401, "{\"error\":\"Unauthorized\"}");
    assertAnswer(tell(1, 1, ""), 401, "{\"error\":\"Unauthorized\"}");
  }

  @Test
  void anEndedSessionCannotWrite() {
    stage.gate.clock.advance(Duration.ofSeconds(61));

    assertAnswer(tell(9, 9, ""), 404, "{\"error\":\"Session not found\",\"reason\":\"timed_out\"}");

    token = enter();
    assertAnswer(ask(), 200, NOTHING_YET);
  }

  @Test
  void aSessionMayTellSixtyTimesAMinute() {
    for (int i = 0; i < 60; i++) {
      assertThat(tell(i, i, "").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> answer = tell(60, 60, "");

    assertAnswer(answer, 429, "{\"error\":\"Too many progress reports\"}");
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
  }

  private String enter() {
    byte[] body = stage.validate(CODE).body().getBytes(StandardCharsets.UTF_8);
    return WireJson.tree(body).path("playbackToken").asText();
  }

  private HttpResponse<String> ask() {
    return stage.send(stage.request(PATH).header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> tell(long watched, long position, String more) {
    return tell(Long.toString(watched), Long.toString(position), more);
  }

  private HttpResponse<String> tell(String watched, String position, String more) {
    String json =
        "{\"watchedSeconds\":%s,\"lastPositionSeconds\":%s%s}"
            .formatted(watched, position, more.isEmpty() ? "" : "," + more);
    return stage.send(stage.post(PATH, json).header("Authorization", "Bearer " + token));
  }

  private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.statusCode()).isEqualTo(status);
  }
}
