package dev.streamgate.server.tickets.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.revokedTicket;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.tickets.CheckSymbol;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryDatabase
class TicketRoutesTest {
  private static final String TOKENS = "/api/admin/tokens";
  private static final String GENERATE = "/api/admin/events/evt-1/tokens/generate";
  private final StaffOffice office;
  private final ServerUnderTest server;

  TicketRoutesTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    server = new ServerUnderTest(office::register);
  }

  @BeforeEach
  void anEvent() {
    office.events.insert(runningEvent("evt-1"));
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void aBatchHasPrintedCodesAndTheExpiryOfItsEvent() {
    Answer made = server.send("POST", GENERATE, "{\"count\":500,\"label\":\" VIP \"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.data()).hasSize(500);
    JsonNode first = made.data().get(0);
    assertThat(CheckSymbol.isCheckSymbolValid(first.path("code").asText())).isTrue();
    assertThat(first.path("displayCode").asText()).matches("(\\w{4}-){2}\\w{4}");
    assertThat(first.path("label").asText()).isEqualTo("VIP");
    assertThat(first.path("expiresAt").asText()).isEqualTo("2026-03-12T15:00:00.000Z");
    assertThat(made.data().findValuesAsText("code")).doesNotHaveDuplicates();
    assertThat(office.auditTrail())
        .containsExactly("TOKENS_GENERATED 500 tickets, style print, label VIP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                | Count must be between 1 and 500
          {"count":0}                       | Count must be between 1 and 500
          {"count":501}                     | Count must be between 1 and 500
          {"count":1.5}                     | Count must be between 1 and 500
          {"count":"x"}                     | Count must be between 1 and 500
          {"count":true}                    | Count must be between 1 and 500
          {"count":1,"label":3}             | Label must be text of at most 200 characters
          {"count":1,"codeStyle":"imported"}| Code style must be print or base62
          {"count":1,"codeStyle":"PRINT"}   | Code style must be print or base62
          {"count":1,"maxSessions":6}       | Devices per ticket must be between 1 and 5
          {"count":1,"accessLevel":"VIP"}   | Access level must be STANDARD or STAFF
          {"count":1,"item":"../etc"}       | Item must be the name of a folder
          {"count":1,"item":"preview"}      | Item must be the name of a folder
          {"count":1,"maxHeight":143}       | Maximum height must be between 144 and 4320
          {"count":1,"maxHeight":4321}      | Maximum height must be between 144 and 4320
          {"count":1,"maxHeight":"720"}     | Maximum height must be between 144 and 4320
          """)
  void aWrongOrderIsNamed(String order, String error) {
    Answer refused = server.send("POST", GENERATE, order);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
    assertThat(server.get(TOKENS).json().path("pagination").path("total").asInt()).isZero();
  }

  @Test
  void thereAreNoTicketsWithoutEvent() {
    String order = "{\"count\":1}";

    assertThat(server.send("POST", "/api/admin/events/evt-9/tokens/generate", order).error())
        .isEqualTo("Event not found");
    assertThat(server.get("/api/admin/events/evt-9/tokens").status()).isEqualTo(404);
    assertThat(server.get("/api/admin/events/evt-9/tokens/export").status()).isEqualTo(404);
  }

  @Test
  void aListedTicketShowsAllThereIs() {
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));
    office.seat("sid-1", "tkt-1", NOON);

    JsonNode ticket = server.get(TOKENS).data().get(0);

    assertThat(ticket.toString())
        .isEqualTo(
            """
            {"id":"tkt-1","code":"7K3M9QWX2HTW","displayCode":"7K3M-9QWX-2HTW",\
            "codeStyle":"print","eventId":"evt-1","label":null,"isRevoked":false,\
            "revokedAt":null,"redeemedAt":null,"redeemedIp":null,\
            "expiresAt":"2026-03-12T12:00:00.000Z","createdAt":"2026-03-10T12:00:00.000Z",\
            "status":"unused","maxSessions":1,"takeoversUsed":0,"accessLevel":"STANDARD",\
            "item":null,"maxHeight":null,"activeSessions":1,"progress":{"watchedSeconds":0,\
            "durationSeconds":null,"watchCount":0,"lastWatchedAt":null,"completedAt":null},\
            "event":{"title":"Title of evt-1"}}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "status=lost, Invalid status",
    "eventId=%2F, Invalid eventId",
    "limit=0, Invalid pagination"
  })
  void anUnknownParameterValueIsNamed(String query, String error) {
    Answer refused = server.get(TOKENS + "?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
  }

  @Test
  void revokingAgainKeepsTheFirstTimeAndWritesNothing() {
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    Answer first = server.send("PATCH", TOKENS + "/tkt-1/revoke", "");
    office.clock.advance(Duration.ofMinutes(1));
    Answer again = server.send("PATCH", TOKENS + "/tkt-1/revoke", "");

    assertThat(first.data().path("status").asText()).isEqualTo("revoked");
    assertThat(first.data().path("change").path("seq").asLong()).isEqualTo(1);
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(office.denials.isSubjectRefused("7K3M9QWX2HTW")).isTrue();
    assertThat(office.auditTrail()).containsExactly("TOKEN_REVOKED");
  }

  @Test
  void aRevocationIsTakenBackUntilTheTicketExpires() {
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));
    server.send("PATCH", TOKENS + "/tkt-1/revoke", "");

    Answer back = server.send("PATCH", TOKENS + "/tkt-1/unrevoke", "");
    assertThat(back.data().path("status").asText()).isEqualTo("unused");
    assertThat(back.data().path("revokedAt").isNull()).isTrue();
    assertThat(back.data().path("change").path("seq").asLong()).isEqualTo(2);
    assertThat(office.denials.isSubjectRefused("7K3M9QWX2HTW")).isFalse();

    office.clock.advance(Duration.ofDays(3));
    assertThat(server.send("PATCH", TOKENS + "/tkt-1/unrevoke", "").error())
        .isEqualTo("Cannot un-revoke an expired token");
  }

  @ParameterizedTest
  @CsvSource({"revoke", "unrevoke"})
  void unknownAndMalformedIdsAreNotFound(String verb) {
    assertThat(server.send("PATCH", TOKENS + "/tkt-9/" + verb, "").error())
        .isEqualTo("Token not found");
    assertThat(server.send("PATCH", TOKENS + "/%00/" + verb, "").status()).isIn(400, 404);
  }

  @Test
  void manyAreRevokedTogether() {
    office.tickets.insertAll(
        List.of(
            unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1"),
            unusedTicket("tkt-2", "0123456789AB", "evt-1"),
            revokedTicket("tkt-3", "ABCDEFGHJKMY", "evt-1")));

    Answer revoked = revokeAll("\"tkt-1\",\"tkt-2\",\"tkt-3\",\"tkt-1\"");

    assertThat(revoked.data().toString()).isEqualTo("{\"revokedCount\":2,\"change\":{\"seq\":2}}");
    assertThat(office.denials.isSubjectRefused("0123456789AB")).isTrue();
    assertThat(office.auditTrail())
        .containsExactly("TOKENS_BULK_REVOKED 2 tickets revoked", "TOKEN_REVOKED", "TOKEN_REVOKED");
  }

  @Test
  void oneUnknownTicketStopsABulkRevocation() {
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    Answer unknown = revokeAll("\"tkt-1\",\"tkt-9\"");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("invalidIds").toString()).isEqualTo("[\"tkt-9\"]");
    assertThat(revokeAll("\"tkt-1\",5,\"a b\"").json().path("invalidIds").toString())
        .isEqualTo("[\"5\",\"a b\"]");
    assertThat(office.tickets.findById("tkt-1").orElseThrow().isRevoked()).isFalse();
  }

  @Test
  void aBulkRevocationNeedsIdsAndNotTooMany() {
    String many =
        IntStream.range(0, 501)
            .mapToObj(i -> "\"" + UUID.randomUUID() + "\"")
            .collect(Collectors.joining(","));

    assertThat(revokeAll(many).json().has("invalidIds")).isTrue();
    assertThat(revokeAll("").error()).isEqualTo("tokenIds array is required");
    assertThat(server.send("POST", TOKENS + "/bulk-revoke", "{}").error())
        .isEqualTo("tokenIds array is required");
  }

  @Test
  void theExportQuotesAndDefusesCells() {
    server.send("PUT", "/api/admin/events/evt-1", "{\"title\":\"Gala: \\\"A, B\\\" / 2\"}");
    Answer made = server.send("POST", GENERATE, "{\"count\":1,\"label\":\"=1+1\"}");
    String code = made.data().get(0).path("code").asText();

    Answer csv = server.get("/api/admin/events/evt-1/tokens/export");

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"tokens-Gala-A-B-2.csv\"");
    assertThat(csv.text())
        .isEqualTo(
            "Code,Event Title,Expires At,Label,Status\r\n"
                + code
                + ",\"Gala: \"\"A, B\"\" / 2\",2026-03-12T15:00:00.000Z,'=1+1,unused\r\n");
    assertThat(office.auditTrail()).last().isEqualTo("TOKENS_EXPORTED 1 tickets");
  }

  @Test
  void theExportTellsHowFarHoldersHaveWatchedIfAsked() {
    office.tickets.insertAll(
        List.of(
            unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1"),
            unusedTicket("tkt-2", "0123456789AB", "evt-1")));
    office.database.update(
        "writing progress",
        handle ->
            handle.execute(
                """
                INSERT INTO watch_progress (ticket_id, watched_seconds, duration_seconds,
                    watch_count, last_watched_at, completed_at)
                VALUES ('tkt-1', 570, 600, 2, ?, ?)
                """,
                NOON,
                NOON.minusSeconds(60)));

    String export = "/api/admin/events/evt-1/tokens/export?progress=";
    assertThat(server.get(export + "true").text().lines())
        .containsExactlyInAnyOrder(
            "Code,Event Title,Expires At,Label,Status,Watched Seconds,Duration Seconds,"
                + "Times Watched,Last Watched At,Completed At",
            "7K3M9QWX2HTW,Title of evt-1,2026-03-12T12:00:00.000Z,,unused,570,600,2,"
                + "2026-03-10T12:00:00.000Z,2026-03-10T11:59:00.000Z",
            "0123456789AB,Title of evt-1,2026-03-12T12:00:00.000Z,,unused,0,,0,,");
    assertThat(server.get(export + "false").text())
        .startsWith("Code,Event Title,Expires At,Label,Status\r\n");
    assertThat(server.get(export + "maybe").status()).isEqualTo(400);
  }

  private Answer revokeAll(String ids) {
    return server.send("POST", TOKENS + "/bulk-revoke", "{\"tokenIds\":[" + ids + "]}");
  }
}
