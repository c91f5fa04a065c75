package dev.streamgate.server.tickets.db;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.TokenStatus;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.tickets.TicketFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However tickets come to be, change and go: what the tallies say is what one would count.
@OnEveryDatabase
class JdbcTicketTalliesTest {
  private static final EventId EVENT = new EventId("evt-1");

  private final StaffOffice office;
  private final JdbcTicketTallies tallies;

  JdbcTicketTalliesTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    tallies = new JdbcTicketTallies(office.database);
  }

  @BeforeEach
  void tenTickets() {
    office.events.insert(runningEvent("evt-1"));
    office.events.insert(runningEvent("evt-2"));
    generate(EVENT, 10);
    generate(new EventId("evt-2"), 3);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void ticketsThatComeAreTallied() {
    assertThat(tallied()).isEqualTo(counted()).hasSize(2);
    assertThat(count(TicketFilter.ALL)).isEqualTo(13);
    assertThat(count(TicketFilter.of(EVENT))).isEqualTo(10);
  }

  @Test
  void ticketsThatChangeAreTallied() {
    List<String> ids = ids();
    ids.subList(0, 4).forEach(id -> office.tickets.markRedeemed(id, NOON, "192.0.2.1"));
    office.tickets.markRedeemed(ids.getFirst(), NOON.plusSeconds(1), "192.0.2.2");
    office.tickets.revoke(ids.subList(3, 6), NOON);
    office.tickets.revoke(ids.subList(3, 6), NOON.plusSeconds(1));
    office.tickets.unrevoke(ids.get(5));

    assertThat(tallied()).isEqualTo(counted());
    assertThat(count(having(TokenStatus.REVOKED))).isEqualTo(2);
    assertThat(count(having(TokenStatus.REDEEMED))).isEqualTo(3);
    assertThat(count(having(TokenStatus.UNUSED))).isEqualTo(8);
    assertThat(count(having(TokenStatus.EXPIRED))).isZero();
  }

  @Test
  void ticketsWhoseExpiryMovesAreTallied() {
    office.tickets.revoke(ids().subList(0, 1), NOON);

    office.eventTickets.moveExpiry(EVENT, NOON.minus(Duration.ofDays(1)));

    assertThat(tallied()).isEqualTo(counted());
    assertThat(count(having(TokenStatus.EXPIRED))).isEqualTo(9);
    assertThat(count(having(TokenStatus.REVOKED))).isEqualTo(1);
  }

  @Test
  void ticketsThatGoWithTheirEventAreTallied() {
    office.events.delete(EVENT);

    assertThat(tallied()).isEqualTo(counted()).hasSize(1);
    assertThat(count(TicketFilter.ALL)).isEqualTo(3);
    assertThat(office.eventTickets.count(EVENT)).isZero();
  }

  @Test
  void whatIsTakenBackWasNeverTallied() {
    List<String> before = tallied();

    try {
      office.database.inTransaction(() -> {
        generate(EVENT, 5);
        throw new IllegalStateException("no");
      });
    } catch (IllegalStateException e) {
      assertThat(tallied()).isEqualTo(before).isEqualTo(counted());
    }
  }

  @Test
  void aSeatTakenLeavesNoTally() {
    long rows = rows();

    office.database.update(
        "locking", handle -> handle.execute("UPDATE tickets SET takeovers_used = takeovers_used"));

    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void foldingLeavesOneRowForEachStateAndNoneForWhatIsGone() {
    office.tickets.markRedeemed(ids().getFirst(), NOON, "192.0.2.1");
    List<String> before = tallied();

    tallies.fold();
    assertThat(rows()).isEqualTo(3);
    assertThat(tallied()).isEqualTo(before).isEqualTo(counted());

    office.events.delete(EVENT);
    tallies.fold();
    assertThat(rows()).isEqualTo(1);
    assertThat(tallied()).isEqualTo(counted());
  }

  @Test
  void manyMayFoldWhileTicketsCome() throws InterruptedException, ExecutionException {
    Callable<Boolean> folding =
        () -> {
          generate(EVENT, 2);
          tallies.fold();
          return true;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(20, folding))) {
        assertThat(answer.get()).isTrue();
      }
    }

    assertThat(tallied()).isEqualTo(counted());
    assertThat(count(TicketFilter.of(EVENT))).isEqualTo(50);
  }

  private void generate(EventId event, int count) {
    office.batches.generate(
        event,
        new GenerateRequest(count, "Row", null, null, null, null, null),
        StaffOffice.MANAGER);
  }

  private List<String> ids() {
    return office.ticketListing.page(TicketFilter.of(EVENT), PageRequest.FIRST, NOON).stream()
        .map(line -> line.ticket().id())
        .toList();
  }

  private long count(TicketFilter filter) {
    return office.ticketListing.count(filter, NOON);
  }

  private static TicketFilter having(TokenStatus status) {
    return new TicketFilter(Optional.empty(), Optional.of(status), Optional.empty());
  }

  private List<String> tallied() {
    return lines(
        """
        SELECT event_id, expires_at, is_revoked, is_redeemed, SUM(tickets) AS n
        FROM ticket_tallies
        GROUP BY event_id, expires_at, is_revoked, is_redeemed
        HAVING SUM(tickets) <> 0
        """);
  }

  private List<String> counted() {
    return lines(
        """
        SELECT event_id, expires_at, is_revoked,
            CASE WHEN redeemed_at IS NULL THEN FALSE ELSE TRUE END AS is_redeemed, COUNT(*) AS n
        FROM tickets
        GROUP BY event_id, expires_at, is_revoked,
            CASE WHEN redeemed_at IS NULL THEN FALSE ELSE TRUE END
        """);
  }

  private List<String> lines(String sql) {
    return office.database.query(
        "reading tallies",
        handle ->
            handle
                .createQuery(sql)
                .map(row ->
                    "%s %s %s %s %d"
                        .formatted(
                            row.getColumn("event_id", String.class),
                            row.getColumn("expires_at", Instant.class),
                            row.getColumn("is_revoked", Boolean.class),
                            row.getColumn("is_redeemed", Boolean.class),
                            row.getColumn("n", Long.class)))
                .stream()
                .sorted()
                .toList());
  }

  private long rows() {
    return office.database.query(
        "counting tallies",
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM ticket_tallies").mapTo(Long.class).one());
  }
}
