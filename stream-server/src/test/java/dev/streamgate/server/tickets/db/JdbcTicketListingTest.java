package dev.streamgate.server.tickets.db;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.revokedTicket;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.TokenStatus;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.tickets.TicketFilter;
import dev.streamgate.server.tickets.TicketListing.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class JdbcTicketListingTest {
  private final StaffOffice office;

  JdbcTicketListingTest(TestDatabase kind) {
    office = new StaffOffice(kind);
  }

  @BeforeEach
  void ticketsOfTwoEvents() {
    office.events.insert(runningEvent("evt-1"));
    office.events.insert(runningEvent("evt-2"));
    office.tickets.insertAll(
        List.of(
            unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1"),
            unusedTicket("tkt-2", "0123456789AB", "evt-1"),
            revokedTicket("tkt-3", "ABCDEFGHJKMY", "evt-2")));
    office.tickets.markRedeemed("tkt-2", NOON, "192.0.2.1");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void ticketsAreFilteredByEvent() {
    assertThat(ids(TicketFilter.ALL, NOON)).containsExactly("tkt-1", "tkt-2", "tkt-3");
    assertThat(ids(TicketFilter.of(new EventId("evt-2")), NOON)).containsExactly("tkt-3");
  }

  @Test
  void ticketsAreFilteredByTheStateTheyHaveNow() {
    Instant afterExpiry = NOON.plus(Duration.ofDays(3));

    assertThat(ids(having(TokenStatus.UNUSED), NOON)).containsExactly("tkt-1");
    assertThat(ids(having(TokenStatus.REDEEMED), NOON)).containsExactly("tkt-2");
    assertThat(ids(having(TokenStatus.REVOKED), NOON)).containsExactly("tkt-3");
    assertThat(ids(having(TokenStatus.EXPIRED), NOON)).isEmpty();
    assertThat(ids(having(TokenStatus.EXPIRED), afterExpiry)).containsExactly("tkt-1", "tkt-2");
    assertThat(ids(having(TokenStatus.REVOKED), afterExpiry)).containsExactly("tkt-3");
  }

  @Test
  void partOfACodeIsFoundHoweverItIsTyped() {
    assertThat(ids(matching("7k3m-9q"), NOON)).containsExactly("tkt-1");
    assertThat(ids(matching("o i23"), NOON)).containsExactly("tkt-2");
    assertThat(ids(matching("ZZZ"), NOON)).isEmpty();
  }

  @Test
  void partOfALabelIsFoundAndWildcardsAreNone() {
    generate(1, "Balcony 100%_left!");

    assertThat(office.ticketListing.count(matching("bALCONY"), NOON)).isEqualTo(1);
    assertThat(office.ticketListing.count(matching("100%_LEFT!"), NOON)).isEqualTo(1);
    assertThat(office.ticketListing.count(matching("1%t"), NOON)).isZero();
    assertThat(office.ticketListing.count(matching("-"), NOON)).isZero();
  }

  @Test
  void onlySessionsAliveAreCounted() {
    office.seat("sid-1", "tkt-1", NOON.minusSeconds(59));
    office.seat("sid-2", "tkt-1", NOON.minusSeconds(61));

    assertThat(office.ticketListing.find("tkt-1", NOON).orElseThrow().activeSessions())
        .isEqualTo(1);
  }

  @Test
  void pagesDoNotOverlap() {
    generate(90, "many");
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 5; page++) {
      office.ticketListing.page(matching("many"), new PageRequest(page, 20), NOON).stream()
          .map(line -> line.ticket().id())
          .forEach(seen::add);
    }

    assertThat(seen).hasSize(90).doesNotHaveDuplicates();
  }

  @Test
  void everyPageOfASearchTellsTheSameTotal() {
    generate(50, "many");
    office.clock.advance(Duration.ofSeconds(1));
    generate(40, "many");
    TicketFilter unused =
        new TicketFilter(Optional.empty(), Optional.of(TokenStatus.UNUSED), Optional.of("MANY"));
    for (TicketFilter filter : List.of(matching("many"), unused)) {
      for (int page = 1; page <= 10; page++) {
        PageRequest request = new PageRequest(page, 15);
        List<Line> lines = office.ticketListing.page(filter, request, NOON);
        assertThat(office.ticketListing.total(filter, request, lines, NOON)).isEqualTo(90);
      }
    }
  }

  @Test
  void aTotalWithoutASearchIsAddedUpFromTallies() {
    PageRequest one = new PageRequest(1, 1);
    for (TicketFilter filter :
        List.of(
            TicketFilter.ALL, TicketFilter.of(new EventId("evt-1")), having(TokenStatus.UNUSED))) {
      List<Line> lines = office.ticketListing.page(filter, one, NOON);
      long counted = ids(filter, NOON).size();
      office.database.update(
          "hiding tallies",
          handle -> handle.execute("UPDATE ticket_tallies SET tickets = tickets + 7"));

      assertThat(office.ticketListing.total(filter, one, lines, NOON)).isGreaterThan(counted);

      office.database.update(
          "showing tallies",
          handle -> handle.execute("UPDATE ticket_tallies SET tickets = tickets - 7"));
    }
  }

  private void generate(int count, String label) {
    office.batches.generate(
        new EventId("evt-1"),
        new GenerateRequest(count, label, null, null, null, null, null),
        StaffOffice.MANAGER);
  }

  private List<String> ids(TicketFilter filter, Instant now) {
    List<Line> lines = office.ticketListing.page(filter, PageRequest.FIRST, now);
    assertThat(office.ticketListing.count(filter, now)).isEqualTo(lines.size());
    return lines.stream().map(line -> line.ticket().id()).toList();
  }

  private static TicketFilter having(TokenStatus status) {
    return new TicketFilter(Optional.empty(), Optional.of(status), Optional.empty());
  }

  private static TicketFilter matching(String search) {
    return new TicketFilter(Optional.empty(), Optional.empty(), Optional.of(search));
  }
}
