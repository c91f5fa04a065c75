package dev.streamgate.server.changes.http;

import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRoutesTest {
  private static final String FEED = "/api/revocations";

  private final FeedDesk desk = new FeedDesk(TestDatabase.HSQLDB);
  private final ServerUnderTest server = new ServerUnderTest(desk::register);

  @BeforeEach
  void open() {
    desk.open(
        "evt-1",
        unusedTicket("tkt-a", "7K3M9QWX2HTW", "evt-1"),
        unusedTicket("tkt-b", "0123456789AB", "evt-1"));
  }

  @AfterEach
  void close() {
    desk.signal.close();
    server.close();
    desk.close();
  }

  @Test
  void aPageHasTheFormOfTheContract() {
    desk.revoke("tkt-a");
    desk.deactivate("evt-1");

    assertThat(ask("?since=2026-03-10T11:59:00Z").text())
        .isEqualTo(
            """
            {"revocations":[{"code":"7K3M9QWX2HTW","revokedAt":"2026-03-10T12:00:00.000Z"}],\
            "eventDeactivations":[{"eventId":"evt-1",\
            "deactivatedAt":"2026-03-10T12:00:00.000Z","deleted":false,\
            "tokenCodes":["0123456789AB","7K3M9QWX2HTW"]}],\
            "reinstatements":[],"eventReactivations":[],"endedSessions":[],"cursor":2,\
            "more":false,"serverTime":"2026-03-10T11:59:00.000Z","logId":"log-1"}\
            """);
    JsonNode byCursor = ask("?cursor=0&since=nonsense").json();
    assertThat(byCursor.path("eventDeactivations").get(0).has("tokenCodes")).isFalse();
    assertThat(byCursor.path("cursor").asLong()).isEqualTo(2);
  }

  @Test
  void aZoneMayBeWrittenWithAPlus() {
    desk.revoke("tkt-a");

    assertThat(ask("?since=2026-03-10T12:59:00+01:00").json().path("revocations")).hasSize(1);
    assertThat(ask("?since=2026-03-10T12:59:00%2B01:00").json().path("revocations")).hasSize(1);
  }

  @Test
  void theLimitIsKept() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");

    JsonNode first = ask("?since=2026-03-10T11:59:00Z&limit=1").json();

    assertThat(first.path("revocations")).hasSize(1);
    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(ask("?cursor=1&limit=5000").json().path("revocations")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?since=",
        "?since=yesterday",
        "?since=2026-03-10T12:00:00",
        "?cursor=-1",
        "?cursor=x",
        "?cursor=99999999999999999999",
        "/stream",
        "/stream?cursor=x"
      })
  void whoDoesNotSaySinceWhenIsTold(String query) {
    Answer answer = ask(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).isEqualTo("{\"error\":\"Missing or invalid since\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many"})
  void aLimitIsAPositiveNumber(String limit) {
    assertThat(ask("?cursor=0&limit=" + limit).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?cursor=0", "/stream?cursor=0"})
  void nobodyReadsWithoutTheKey(String query) {
    Answer answer = server.get(FEED + query);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEqualTo("{\"error\":\"Unauthorized\"}");
    assertThat(server.send("POST", FEED + "/ack", "{}").status()).isEqualTo(401);
  }

  @Test
  void anAcknowledgementIsAnsweredWithTheHead() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");

    Answer answer =
        acknowledge(
            """
            {"edgeId":"edge-eu","cursor":1,"address":"https://eu.example","version":"1.0.0",
             "instanceId":"i-1"}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"ok\":true,\"cursor\":2}");
    assertThat(server.get("/api/admin/edges").text())
        .isEqualTo(
            """
            {"data":[{"id":"edge-eu","address":"https://eu.example","version":"1.0.0",\
            "cursor":1,"behind":1,"lastSeenAt":"2026-03-10T12:00:00.000Z","expected":true,\
            "sharedName":false,"confirmedAfterMs":0}]}\
            """);
  }

  @Test
  void goodbyeIsUnderstood() {
    acknowledge("{\"edgeId\":\"edge-eu\",\"cursor\":0}");
    acknowledge("{\"edgeId\":\"edge-eu\",\"cursor\":0,\"goodbye\":true}");

    assertThat(server.get("/api/admin/edges").data().get(0).path("expected").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"cursor\":1}",
        "{\"edgeId\":\"edge-eu\"}",
        "{\"edgeId\":\"edge-eu\",\"cursor\":-1}",
        "{\"edgeId\":\"edge-eu\",\"cursor\":1.5}",
        "{\"edgeId\":\"edge eu\",\"cursor\":1}",
        "{\"edgeId\":\"\",\"cursor\":1}",
        "{\"edgeId\":\"12345678901234567890123456789012345678901234567890123456789012345\","
            + "\"cursor\":1}"
      })
  void anAcknowledgementNamesItsEdgeAndItsCursor(String body) {
    assertThat(acknowledge(body).status()).isEqualTo(400);
  }

  @Test
  void aChangeSaysWhomItHasReached() {
    desk.own.register(FeedDesk.at("here", 0));
    desk.revoke("tkt-a");

    assertThat(server.get("/api/admin/changes/1").text())
        .isEqualTo(
            """
            {"data":{"seq":1,"kind":"revoked","at":"2026-03-10T12:00:00.000Z",\
            "confirmed":true,"confirmedAfterMs":0,"edges":[{"edgeId":"here",\
            "confirmedAt":"2026-03-10T12:00:00.000Z","afterMs":0,\
            "lastSeenAt":"2026-03-10T12:00:00.000Z"}]}}\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-1", "x", "99999999999999999999"})
  void anUnknownChangeIsNotFound(String seq) {
    assertThat(server.get("/api/admin/changes/" + seq).status()).isEqualTo(404);
  }

  private Answer ask(String query) {
    return server.send("GET", FEED + query, "", "X-Internal-Api-Key", "test-internal-key");
  }

  private Answer acknowledge(String body) {
    return server.send("POST", FEED + "/ack", body, "X-Internal-Api-Key", "test-internal-key");
  }
}
