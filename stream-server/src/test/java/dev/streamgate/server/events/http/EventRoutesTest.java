package dev.streamgate.server.events.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.endedEvent;
import static dev.streamgate.server.fixtures.Samples.revokedTicket;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static dev.streamgate.server.fixtures.Samples.upcomingEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class EventRoutesTest {
  private static final String EVENTS = "/api/admin/events";
  private final StaffOffice office;
  private final ServerUnderTest server;

  EventRoutesTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    server = new ServerUnderTest(office::register);
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void aNewEventHasTheDefaults() {
    Answer created = server.send("POST", EVENTS, body(""));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.data().path("title").asText()).isEqualTo("Gala");
    assertThat(created.data().path("startsAt").asText()).isEqualTo("2026-03-11T18:00:00.000Z");
    assertThat(created.data().path("accessWindowHours").asInt()).isEqualTo(48);
    assertThat(created.data().path("isActive").asBoolean()).isTrue();
    assertThat(created.data().path("source").asText()).isEqualTo("local");
    assertThat(created.data().path("takeover").asText()).isEqualTo("never");
    assertThat(created.data().path("tokenCount").asInt()).isZero();
    assertThat(server.get(EVENTS + "/" + created.data().path("id").asText()).status())
        .isEqualTo(200);
    assertThat(office.auditTrail()).containsExactly("EVENT_CREATED Gala");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "title":"  "                          | Title is required
          "title":null                          | Title is required
          "title":5                             | Title is required
          "startsAt":"tomorrow"                 | Invalid date format
          "startsAt":1741615200                 | Invalid date format
          "startsAt":"2026-03-11T22:00:00Z"     | Start must be before end
          "endsAt":null                         | Invalid date format
          "accessWindowHours":0                 | Access window must be 1-168 hours
          "accessWindowHours":169               | Access window must be 1-168 hours
          "accessWindowHours":1.5               | Access window must be 1-168 hours
          "accessWindowHours":"48"              | Access window must be 1-168 hours
          "accessWindowHours":99999999999999    | Access window must be 1-168 hours
          "streamUrl":"not a url"               | Invalid stream URL format. Accepted are a folder id, a folder URL, an embed address or <iframe> snippet, and a URL ending in .m3u8
          "streamUrl":"ftp://host/a.m3u8"       | Invalid stream URL format. Accepted are a folder id, a folder URL, an embed address or <iframe> snippet, and a URL ending in .m3u8
          "streamUrl":"http:///a.m3u8"          | Invalid stream URL format. Accepted are a folder id, a folder URL, an embed address or <iframe> snippet, and a URL ending in .m3u8
          "streamUrl":7                         | Invalid stream URL format. Accepted are a folder id, a folder URL, an embed address or <iframe> snippet, and a URL ending in .m3u8
          "posterUrl":"javascript:alert(1)"     | Invalid poster URL format
          "posterUrl":"//evil.example/x.jpg"    | Invalid poster URL format
          "description":[]                      | Description must be text of at most 5000 characters
          "previewEnabled":"yes"                | Preview must be true or false
          "takeover":"always"                   | Takeover must be never or counted
          "takeover":0                          | Takeover must be never or counted
          "maxTakeovers":-1                     | Takeovers must be between 0 and 100
          """)
  void aWrongFieldIsNamed(String field, String error) {
    Answer refused = server.send("POST", EVENTS, body(field));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
  }

  @Test
  void overlongTextIsRefused() {
    Answer refused =
        server.send("POST", EVENTS, body("\"title\":\"%s\"".formatted("x".repeat(201))));

    assertThat(refused.error()).isEqualTo("Title must be at most 200 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "null", "{\"title\":\"a\",\"title\":\"b\"}"})
  void whatIsNoObjectIsRefused(String json) {
    assertThat(server.send("POST", EVENTS, json).error()).isEqualTo("Invalid request body");
  }

  @Test
  void textIsTrimmedAndStrippedOfControlCharacters() {
    Answer created = server.send("POST", EVENTS, body("\"title\":\" Ga\\u0000la\\ud800 \""));

    assertThat(created.data().path("title").asText()).isEqualTo("Gala");
  }

  @Test
  void aFolderIsKeptAsFolderAndAUrlAsProxySource() {
    Answer folder = server.send("POST", EVENTS, body("\"streamUrl\":\"main-hall\""));
    Answer url = server.send("POST", EVENTS, body("\"streamUrl\":\"https://cdn.example/live\""));

    assertThat(folder.data().path("streamFolder").asText()).isEqualTo("main-hall");
    assertThat(folder.data().path("streamUrl").isNull()).isTrue();
    assertThat(url.data().path("streamUrl").asText()).isEqualTo("https://cdn.example/live");
    assertThat(url.data().path("source").asText()).isEqualTo("proxy");
  }

  @Test
  void anUpdateLeavesAloneWhatIsNotSentAndClearsWhatIsNull() {
    String id =
        server
            .send("POST", EVENTS, body("\"description\":\"long\",\"posterUrl\":\"/p.jpg\""))
            .data()
            .path("id")
            .asText();

    Answer updated =
        server.send("PUT", EVENTS + "/" + id, "{\"description\":null,\"watermark\":true}");

    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.data().path("description").isNull()).isTrue();
    assertThat(updated.data().path("posterUrl").asText()).isEqualTo("/p.jpg");
    assertThat(updated.data().path("watermark").asBoolean()).isTrue();
  }

  @Test
  void movingTheEndMovesTheExpiryOfAllTickets() {
    office.events.insert(runningEvent("evt-1"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    server.send(
        "PUT",
        EVENTS + "/evt-1",
        "{\"endsAt\":\"2026-03-10T23:00:00+01:00\",\"accessWindowHours\":1}");

    assertThat(office.tickets.findById("tkt-1").orElseThrow().expiresAt())
        .isEqualTo("2026-03-10T23:00:00Z");
    assertThat(office.auditTrail())
        .containsExactly(
            "EVENT_UPDATED Changed: endsAt, accessWindowHours. Tickets recomputed: 1.");
  }

  @Test
  void deactivatingIsConfirmedByAChangeAndDoneOnce() {
    office.events.insert(runningEvent("evt-1"));

    Answer first = server.send("PATCH", EVENTS + "/evt-1/deactivate", "");
    office.clock.advance(Duration.ofMinutes(1));
    Answer again = server.send("PATCH", EVENTS + "/evt-1/deactivate", "");

    assertThat(first.data().path("change").path("seq").asLong()).isEqualTo(1);
    assertThat(again.data().path("change").path("seq").asLong()).isEqualTo(1);
    assertThat(again.data().path("deactivatedAt")).isEqualTo(first.data().path("deactivatedAt"));
    assertThat(office.denials.isEventRefused("evt-1")).isTrue();
    assertThat(office.auditTrail()).containsExactly("EVENT_DEACTIVATED");

    server.send("PATCH", EVENTS + "/evt-1/reactivate", "");
    assertThat(office.denials.isEventRefused("evt-1")).isFalse();
  }

  @Test
  void anArchivedEventLeavesTheListAndKeepsItsAccess() {
    office.events.insert(runningEvent("evt-1"));

    Answer archived = server.send("PATCH", EVENTS + "/evt-1/archive", "");

    assertThat(archived.data().path("isArchived").asBoolean()).isTrue();
    assertThat(archived.data().has("change")).isFalse();
    assertThat(ids("")).isEmpty();
    assertThat(ids("?includeArchived=true")).containsExactly("evt-1");
    assertThat(ids("?status=archived")).containsExactly("evt-1");
    server.send("PATCH", EVENTS + "/evt-1/unarchive", "");
    assertThat(ids("")).containsExactly("evt-1");
  }

  @Test
  void aListIsFilteredSortedAndPaged() {
    office.events.insert(endedEvent("evt-a"));
    office.events.insert(runningEvent("evt-b"));
    office.events.insert(upcomingEvent("evt-c"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-b")));
    office.events.setActive(new EventId("evt-c"), false, NOON);

    assertThat(ids("")).containsExactly("evt-b", "evt-a");
    assertThat(ids("?status=inactive")).containsExactly("evt-c");
    assertThat(ids("?timeframe=past")).containsExactly("evt-a");
    assertThat(ids("?timeframe=upcoming")).containsExactly("evt-b");
    assertThat(ids("?sort=title")).containsExactly("evt-a", "evt-b");
    assertThat(ids("?sort=tokenCount")).containsExactly("evt-b", "evt-a");
    assertThat(ids("?page=2&limit=1")).containsExactly("evt-a");
    assertThat(server.get(EVENTS + "?limit=1").json().path("pagination").toString())
        .isEqualTo("{\"page\":1,\"limit\":1,\"total\":2,\"totalPages\":2}");
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, Invalid pagination",
    "page=x, Invalid pagination",
    "limit=201, Invalid pagination",
    "limit=-1, Invalid pagination",
    "status=gone, Invalid status",
    "timeframe=now, Invalid timeframe",
    "sort=id, Invalid sort",
    "includeArchived=1, Invalid includeArchived"
  })
  void anUnknownParameterValueIsNamed(String query, String error) {
    Answer refused = server.get(EVENTS + "?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
  }

  @Test
  void theDetailCountsTicketsByStateAndViewers() {
    office.events.insert(runningEvent("evt-1"));
    office.tickets.insertAll(
        List.of(
            unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1"),
            unusedTicket("tkt-2", "0123456789AB", "evt-1"),
            revokedTicket("tkt-3", "ABCDEFGHJKMY", "evt-1")));
    office.tickets.markRedeemed("tkt-2", NOON, "192.0.2.1");
    office.seat("sid-1", "tkt-2", NOON.minusSeconds(59));
    office.seat("sid-2", "tkt-1", NOON.minusSeconds(61));
    office.seat("sid-3", "tkt-3", NOON);

    Answer detail = server.get(EVENTS + "/evt-1");

    assertThat(detail.data().path("tokenCount").asInt()).isEqualTo(3);
    assertThat(detail.data().path("tokenBreakdown").toString())
        .isEqualTo("{\"unused\":1,\"redeemed\":1,\"expired\":0,\"revoked\":1}");
    assertThat(detail.data().path("activeViewers").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evt-9", "cache", "%2e%2e", "a%20b"})
  void unknownAndMalformedIdsAreNotFound(String id) {
    assertThat(server.get(EVENTS + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void deletionAsksForTheTitle() {
    office.events.insert(runningEvent("evt-1"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    Answer refused =
        server.send("DELETE", EVENTS + "/evt-1", "", "X-Confirm-Delete", "title of evt-1");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error())
        .isEqualTo("Confirm deletion by sending the event title. 1 tokens will be deleted.");
    assertThat(refused.json().path("tokenCount").asInt()).isEqualTo(1);
    assertThat(server.send("DELETE", EVENTS + "/evt-1", "").status()).isEqualTo(400);
  }

  @Test
  void deletionTakesTicketsAndSessionsAlong() {
    office.events.insert(runningEvent("evt-1"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));
    office.seat("sid-1", "tkt-1", NOON);

    Answer deleted =
        server.send("DELETE", EVENTS + "/evt-1", "", "X-Confirm-Delete", "Title of evt-1");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.header("X-Change-Seq")).isEqualTo("2");
    assertThat(office.events.find(new EventId("evt-1"))).isEmpty();
    assertThat(office.tickets.findById("tkt-1")).isEmpty();
    assertThat(office.denials.isSessionEnded("sid-1")).isTrue();
    assertThat(office.denials.isEventRefused("evt-1")).isTrue();
    assertThat(office.denials.isSubjectRefused("7K3M9QWX2HTW")).isTrue();
    assertThat(office.auditTrail())
        .containsExactly("EVENT_DELETED Title of evt-1, with 1 tickets", "SESSION_FORCE_RELEASED");
  }

  @Test
  void aTitleBeyondAsciiIsConfirmedPercentEncoded() {
    String id =
        server.send("POST", EVENTS, body("\"title\":\"Füße + 100%\"")).data().path("id").asText();

    Answer deleted =
        server.send(
            "DELETE", EVENTS + "/" + id, "", "X-Confirm-Delete", "F%C3%BC%C3%9Fe%20+%20100%25");

    assertThat(deleted.status()).isEqualTo(204);
  }

  private List<String> ids(String query) {
    return server.get(EVENTS + query).data().findValuesAsText("id");
  }

  /// An event with the given fields instead of, or besides, the ones it needs.
  private static String body(String fields) {
    StringBuilder body = new StringBuilder("{").append(fields);
    addUnlessSent(body, "title", "Gala");
    addUnlessSent(body, "startsAt", "2026-03-11T18:00:00Z");
    addUnlessSent(body, "endsAt", "2026-03-11T21:00:00Z");
    return body.append("}").toString();
  }

  private static void addUnlessSent(StringBuilder body, String name, String value) {
    if (body.indexOf("\"" + name + "\"") < 0) {
      String comma = body.length() > 1 ? "," : "";
      body.append("%s\"%s\":\"%s\"".formatted(comma, name, value));
    }
  }
}
