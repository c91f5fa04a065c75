package dev.streamgate.server.tickets;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.tickets.TicketListing.Line;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class TicketBatchesTest {
  private static final EventId EVENT = new EventId("evt-1");

  private final TestDatabase kind;

  TicketBatchesTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void batchesMadeAtTheSameTimeAreAllWhole() throws InterruptedException {
    try (StaffOffice office = new StaffOffice(kind);
        ExecutorService staff = Executors.newFixedThreadPool(8)) {
      office.events.insert(runningEvent("evt-1"));
      Callable<BatchOutcome> batch =
          () -> office.batches.generate(EVENT, order(50), StaffOffice.MANAGER);

      List<Future<BatchOutcome>> made =
          staff.invokeAll(Stream.generate(() -> batch).limit(8).toList());

      assertThat(made).allMatch(it -> it.resultNow() instanceof BatchOutcome.Made);
      assertThat(office.eventTickets.count(EVENT)).isEqualTo(400);
    }
  }

  @Test
  void aBatchIsListedInTheOrderInWhichItWasDrawn() {
    try (StaffOffice office = new StaffOffice(kind)) {
      office.events.insert(runningEvent("evt-1"));
      List<Ticket> made =
          ((BatchOutcome.Made) office.batches.generate(EVENT, order(20), StaffOffice.MANAGER))
              .tickets();

      List<Line> listed =
          office.ticketListing.page(
              TicketFilter.of(EVENT), PageRequest.FIRST, office.clock.instant());

      assertThat(listed.stream().map(Line::ticket).collect(Collectors.toList())).isEqualTo(made);
    }
  }

  @Test
  void ifCodesKeepCollidingNothingIsMade() {
    SecureRandom stuck =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public int nextInt(int bound) {
            return 0;
          }
        };
    try (StaffOffice office = new StaffOffice(kind, stuck)) {
      office.events.insert(runningEvent("evt-1"));

      assertThat(office.batches.generate(EVENT, order(2), StaffOffice.MANAGER))
          .isInstanceOf(BatchOutcome.OutOfCodes.class);
      assertThat(office.eventTickets.count(EVENT)).isZero();
      assertThat(office.auditTrail()).isEmpty();
    }
  }

  private static GenerateRequest order(int count) {
    return new GenerateRequest(count, null, null, null, null, null, null);
  }
}
