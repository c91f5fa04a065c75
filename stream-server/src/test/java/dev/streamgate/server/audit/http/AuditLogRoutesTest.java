package dev.streamgate.server.audit.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditFilter;
import dev.streamgate.server.audit.AuditRetention;
import dev.streamgate.server.audit.db.JdbcAuditLog;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class AuditLogRoutesTest {
  private final StaffOffice office;
  private final JdbcAuditLog log;
  private final ServerUnderTest server;

  AuditLogRoutesTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    log = new JdbcAuditLog(office.database);
    server = new ServerUnderTest(new AuditLogRoutes(log)::register);
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  private void note(AuditAction action, String event, String ticket, String session) {
    office.audit.record(
        AuditEntry.of(action, StaffOffice.MANAGER)
            .event(event)
            .ticket(ticket)
            .session(session)
            .reason("because"));
    office.clock.advance(Duration.ofMinutes(1));
  }

  private List<Integer> rows(String query) {
    JsonNode answer = server.get("/api/admin/audit-log" + query).json();
    return answer.path("data").valueStream().map(row -> row.path("id").asInt()).toList();
  }

  private void fill() {
    note(AuditAction.CODE_ACCEPTED, "evt-1", "tkt-1", "sid-1");
    note(AuditAction.CODE_REFUSED, "evt-1", "tkt-2", "sid-2");
    note(AuditAction.CODE_ACCEPTED, "evt-2", "tkt-3", "sid-3");
    note(AuditAction.SESSION_RELEASED, "evt-1", "tkt-1", "sid-1");
  }

  @Test
  void rowsComeNewestFirstWithWhatStaffKnowTheThingsBy() {
    office.events.insert(runningEvent("evt-1"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));
    fill();

    JsonNode answer = server.get("/api/admin/audit-log").json();

    assertThat(rows("")).hasSize(4).isSortedAccordingTo((one, other) -> other - one);
    JsonNode newest = answer.path("data").get(0);
    assertThat(newest.path("action").asText()).isEqualTo("SESSION_RELEASED");
    assertThat(newest.path("eventTitle").asText()).isEqualTo("Title of evt-1");
    assertThat(newest.path("actor").asText()).isEqualTo("manager");
    assertThat(newest.path("ip").asText()).isEqualTo("192.0.2.9");
    assertThat(newest.path("reason").asText()).isEqualTo("because");
    assertThat(newest.path("tokenId").asText()).isEqualTo("tkt-1");
    assertThat(newest.path("timestamp").asText()).isEqualTo("2026-03-10T12:03:00.000Z");
    assertThat(answer.path("data").get(1).path("eventTitle").isNull()).isTrue();
    assertThat(answer.path("pagination").toString())
        .isEqualTo("{\"page\":1,\"limit\":50,\"total\":4,\"totalPages\":1}");
    assertThat(answer.toString()).doesNotContain("7K3M9QWX2HTW");
  }

  @Test
  void everyFilterLeavesItsRows() {
    fill();
    List<Integer> all = rows("").reversed();

    assertThat(rows("?action=CODE_ACCEPTED")).containsExactly(all.get(2), all.get(0));
    assertThat(rows("?eventId=evt-1")).containsExactly(all.get(3), all.get(1), all.get(0));
    assertThat(rows("?eventId=evt-1&action=CODE_REFUSED")).containsExactly(all.get(1));
    assertThat(rows("?tokenId=tkt-1")).containsExactly(all.get(3), all.get(0));
    assertThat(rows("?sessionId=sid-1&action=CODE_ACCEPTED")).containsExactly(all.get(0));
    assertThat(rows("?tokenId=tkt-1&eventId=evt-2")).isEmpty();
    assertThat(rows("?since=2026-03-10T12:02:00Z")).containsExactly(all.get(3), all.get(2));
    assertThat(rows("?until=2026-03-10T13:02:00+01:00")).containsExactly(all.get(1), all.get(0));
    assertThat(rows("?since=2026-03-10T12:01:00Z&until=2026-03-10T12:02:00Z&eventId=evt-1"))
        .containsExactly(all.get(1));
  }

  @Test
  void pagesAreCountedFromTheNewest() {
    fill();
    List<Integer> all = rows("");

    JsonNode second = server.get("/api/admin/audit-log?page=2&limit=1").json();

    assertThat(second.path("data").get(0).path("id").asInt()).isEqualTo(all.get(1));
    assertThat(second.path("pagination").path("total").asInt()).isEqualTo(4);
  }

  @Test
  void whatCannotBeAFilterIsNamed() {
    assertThat(server.get("/api/admin/audit-log?action=NOTHING").error())
        .isEqualTo("Unknown action");
    assertThat(server.get("/api/admin/audit-log?since=yesterday").error())
        .isEqualTo("Invalid since: expected a date such as 2026-03-10T14:00:00Z");
    assertThat(server.get("/api/admin/audit-log?until=2026-03-10").error())
        .startsWith("Invalid until");
    assertThat(server.get("/api/admin/audit-log?eventId=a%20b").error())
        .isEqualTo("Invalid eventId");
    assertThat(server.get("/api/admin/audit-log?tokenId=a%27b").error())
        .isEqualTo("Invalid tokenId");
    assertThat(server.get("/api/admin/audit-log?sessionId=%2F").error())
        .isEqualTo("Invalid sessionId");
    assertThat(server.get("/api/admin/audit-log?page=0").error()).isEqualTo("Invalid pagination");
    assertThat(server.get("/api/admin/audit-log?limit=201").status()).isEqualTo(400);
  }

  @Test
  void theCountStopsAtItsBound() {
    fill();

    assertThat(log.count(AuditFilter.ALL, 3)).isEqualTo(3);
    assertThat(log.count(AuditFilter.ofTicket("tkt-1"), 3)).isEqualTo(2);
  }

  @Test
  void rowsGoWhenTheirTimeIsOverAndNotBefore() {
    office.clock.set(NOON.minus(Duration.ofDays(365)));
    fill();
    List<Integer> all = rows("");
    office.clock.set(NOON.plus(Duration.ofMinutes(2)));

    int deleted = new AuditRetention(log, Duration.ofDays(365), office.clock).tidy();

    assertThat(deleted).isEqualTo(2);
    assertThat(rows("")).containsExactly(all.get(0), all.get(1));
  }
}
