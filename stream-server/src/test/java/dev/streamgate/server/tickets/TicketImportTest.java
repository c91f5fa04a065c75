package dev.streamgate.server.tickets;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportRow;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class TicketImportTest {
  private static final int ROWS = 300;
  private final StaffOffice office;

  TicketImportTest(TestDatabase kind) {
    office = new StaffOffice(kind);
  }

  @BeforeEach
  void manyEvents() {
    IntStream.range(0, 8).forEach(it -> office.events.insert(runningEvent("evt-" + it)));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void ofThoseWhoImportTheSameCodesAtOnceOneSucceedsAndTheOthersReadWhy()
      throws InterruptedException {
    List<Future<ImportOutcome>> outcomes;
    try (ExecutorService staff = Executors.newFixedThreadPool(8)) {
      outcomes = staff.invokeAll(IntStream.range(0, 8).mapToObj(this::importing).toList());
    }

    assertThat(outcomes.stream().map(Future::resultNow))
        .filteredOn(ImportOutcome.Imported.class::isInstance)
        .hasSize(1);
    assertThat(outcomes.stream().map(Future::resultNow))
        .filteredOn(ImportOutcome.Refused.class::isInstance)
        .hasSize(7);
    assertThat(stored()).isEqualTo(ROWS);
  }

  @Test
  void aCodeTakenBetweenLookAndWriteIsNamedByTheNextLook() {
    office.imports.run(new EventId("evt-1"), request(codes().limit(1)), StaffOffice.MANAGER);
    var blind = new BlindStore(office.tickets, 1);

    ImportOutcome outcome =
        office.importInto(blind).run(new EventId("evt-0"), request(codes()), StaffOffice.MANAGER);

    assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
    assertThat(((ImportOutcome.Refused) outcome).rows())
        .containsExactly(new RefusedRow(1, "SEAT0000", new RefusedRow.Reason.AlreadyInUse()));
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void whoNeverGetsAheadOfTheOthersIsToldSo() {
    office.imports.run(new EventId("evt-1"), request(codes().limit(1)), StaffOffice.MANAGER);
    var blind = new BlindStore(office.tickets, Integer.MAX_VALUE);

    assertThat(
            office
                .importInto(blind)
                .run(new EventId("evt-0"), request(codes()), StaffOffice.MANAGER))
        .isInstanceOf(ImportOutcome.Contended.class);
    assertThat(stored()).isEqualTo(1);
  }

  private Callable<ImportOutcome> importing(int number) {
    List<String> shuffled = codes().collect(Collectors.toList());
    Collections.rotate(shuffled, number * 40);
    return () ->
        office.imports.run(
            new EventId("evt-" + number), request(shuffled.stream()), StaffOffice.MANAGER);
  }

  private long stored() {
    return IntStream.range(0, 8)
        .mapToLong(it -> office.eventTickets.count(new EventId("evt-" + it)))
        .sum();
  }

  private static Stream<String> codes() {
    return IntStream.range(0, ROWS).mapToObj("SEAT%04d"::formatted);
  }

  private static ImportRequest request(Stream<String> codes) {
    return new ImportRequest(codes.map(code -> new ImportRow(code, null)).toList(), false);
  }
}
