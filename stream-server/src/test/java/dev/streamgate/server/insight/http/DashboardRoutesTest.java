package dev.streamgate.server.insight.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.endedEvent;
import static dev.streamgate.server.fixtures.Samples.event;
import static dev.streamgate.server.fixtures.Samples.revokedTicket;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventId;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.insight.db.JdbcDashboardNumbers;
import dev.streamgate.server.insight.db.JdbcSessionFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DashboardRoutesTest {
  private final StaffOffice office;
  private final ServerUnderTest server;

  DashboardRoutesTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    server = new ServerUnderTest(office::register);
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void theNumbersEqualAHandCount() {
    office.events.insert(runningEvent("evt-live"));
    office.events.insert(endedEvent("evt-off"));
    office.events.setActive(new EventId("evt-off"), false, NOON);
    office.tickets.insertAll(
        List.of(
            unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-live"),
            unusedTicket("tkt-2", "0123456789AB", "evt-live"),
            revokedTicket("tkt-3", "ABCDEFGHJKMY", "evt-live"),
            unusedTicket("tkt-4", "ZZZZZZZZZZZB", "evt-off")));
    office.tickets.markRedeemed("tkt-2", NOON, "192.0.2.1");
    List.of("tkt-1", "tkt-2", "tkt-3", "tkt-4").forEach(id -> office.seat("of-" + id, id, NOON));
    office.seat("late", "tkt-2", NOON.minusSeconds(61));

    JsonNode numbers = server.get("/api/admin/dashboard").data();

    assertThat(numbers.toString())
        .isEqualTo(
            """
            {"activeEvents":1,"totalTokens":4,"tokenBreakdown":{"unused":2,"redeemed":1,\
            "expired":0,"revoked":1},"activeViewers":2,"liveNow":[{"id":"evt-live",\
            "title":"Title of evt-live","viewers":2}],"upcomingEvents":[]}\
            """);
  }

  @Test
  void aRestartGivesTheNumbersTheSameGraceAsTheSessions() {
    office.events.insert(runningEvent("evt-live"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-live")));
    office.seat("silent", "tkt-1", NOON.minus(Duration.ofHours(1)));
    LiveSessions restarted = new LiveSessions(StaffOffice.TIMEOUT, NOON);
    JdbcDashboardNumbers numbers = new JdbcDashboardNumbers(office.database, restarted);
    JdbcSessionFigures figures = new JdbcSessionFigures(office.database, restarted);
    Instant last = NOON.plus(StaffOffice.TIMEOUT);

    assertThat(numbers.activeViewers(last)).isEqualTo(1);
    assertThat(figures.ticketsBySessions(last)).isEqualTo(Map.of(1, 1L));
    assertThat(numbers.activeViewers(last.plusMillis(1))).isZero();
    assertThat(figures.ticketsBySessions(last.plusMillis(1))).isEmpty();
  }

  @Test
  void aSessionCountsUpToTheEndOfItsTimeout() {
    office.events.insert(runningEvent("evt-live"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-live")));
    office.seat("last", "tkt-1", NOON.minus(StaffOffice.TIMEOUT));
    office.seat("late", "tkt-1", NOON.minus(StaffOffice.TIMEOUT).minusMillis(1));

    JsonNode numbers = server.get("/api/admin/dashboard").data();

    assertThat(numbers.path("activeViewers").asInt()).isEqualTo(1);
  }

  @Test
  void theNextFiveEventsAreShown() {
    for (int day = 7; day > 0; day--) {
      office.events.insert(
          event("evt-" + day, NOON.plus(Duration.ofDays(day)), Duration.ofHours(1)));
    }
    office.events.setArchived(new EventId("evt-2"), true, NOON);
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    JsonNode upcoming = server.get("/api/admin/dashboard").data().path("upcomingEvents");

    assertThat(upcoming.findValuesAsText("id"))
        .containsExactly("evt-1", "evt-3", "evt-4", "evt-5", "evt-6");
    assertThat(upcoming.get(0).path("tokenCount").asInt()).isEqualTo(1);
  }
}
