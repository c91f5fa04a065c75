package dev.streamgate.server.tickets.db;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.revokedTicket;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.tickets.CodeTakenException;
import dev.streamgate.server.tickets.Ticket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class JdbcTicketStoreTest {
  private final Database database;
  private final JdbcTicketStore tickets;

  JdbcTicketStoreTest(TestDatabase kind) {
    database = kind.open();
    tickets = new JdbcTicketStore(database);
  }

  @BeforeEach
  void anEvent() {
    new JdbcEventStore(database).insert(runningEvent("evt-1"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTicketComesBackAsItWasStored() {
    Ticket ticket = revokedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1");
    tickets.insertAll(List.of(ticket));

    assertThat(tickets.findById("tkt-1")).contains(ticket);
    assertThat(tickets.findById("tkt-2")).isEmpty();
    assertThat(tickets.findAllById(List.of("tkt-1", "tkt-2"))).containsExactly(ticket);
  }

  @Test
  void aCodeIsFoundByItsCanonicalForm() {
    tickets.insertAll(List.of(unusedTicket("tkt-1", "0Ol1abcDEF", "evt-1")));

    assertThat(tickets.findByCode(new TicketCode("oOI1ABCdef"))).isPresent();
    assertThat(tickets.findByCode(new TicketCode("oOI1ABCdeg"))).isEmpty();
    assertThat(tickets.taken(List.of("0011ABCDEF", "ABC"))).containsExactly("0011ABCDEF");
  }

  @Test
  void twoCodesWithOneCanonicalFormCannotCoexist() {
    tickets.insertAll(List.of(unusedTicket("tkt-1", "ABC0", "evt-1")));

    assertThatThrownBy(() -> tickets.insertAll(List.of(unusedTicket("tkt-2", "abco", "evt-1"))))
        .isInstanceOf(CodeTakenException.class);
  }

  @Test
  void theFirstUseIsKept() {
    tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    tickets.markRedeemed("tkt-1", NOON, "192.0.2.1");
    tickets.markRedeemed("tkt-1", NOON.plusSeconds(5), "192.0.2.2");

    Ticket redeemed = tickets.findById("tkt-1").orElseThrow();
    assertThat(redeemed.redeemedAt()).isEqualTo(NOON);
    assertThat(redeemed.redeemedIp()).isEqualTo("192.0.2.1");
  }

  @Test
  void revokingAgainKeepsTheFirstTime() {
    tickets.insertAll(
        List.of(
            unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1"),
            revokedTicket("tkt-2", "0123456789AB", "evt-1")));

    assertThat(tickets.revoke(List.of("tkt-2", "tkt-1"), NOON)).containsExactly("tkt-1");
    assertThat(tickets.findById("tkt-1").orElseThrow().revokedAt()).isEqualTo(NOON);
    assertThat(tickets.findById("tkt-2").orElseThrow().revokedAt())
        .isEqualTo(NOON.minusSeconds(60));
  }

  @Test
  void aRevocationIsTakenBackOnce() {
    tickets.insertAll(List.of(revokedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));

    assertThat(tickets.unrevoke("tkt-1")).isTrue();
    assertThat(tickets.unrevoke("tkt-1")).isFalse();
    assertThat(tickets.findById("tkt-1").orElseThrow().isRevoked()).isFalse();
  }
}
