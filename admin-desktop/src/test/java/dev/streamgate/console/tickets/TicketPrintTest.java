package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.print.PrintTable;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Printing goes on beside the window, as a task.
class TicketPrintTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");

  private final Desk desk = new Desk();
  private final List<PrintTable> chosen = new ArrayList<>();
  private boolean takes = true;
  private final TicketPrint print =
      new TicketPrint(
          desk.server.apis().tickets(),
          desk.work,
          desk.writing,
          table -> {
            chosen.add(table);
            desk.tasks.hold();
            return Optional.of(progress -> takes);
          },
          new TicketTexts(Desk.texts(TicketPrint.class), desk.formats));

  @Test
  void theWindowWaitsForNoPrinter() {
    desk.server.with(GALA).with(Samples.ticket(GALA, 1)).with(Samples.ticket(GALA, 2));
    print.print(new TicketQuery(Optional.empty(), Optional.empty(), "", 1));
    assertThat(chosen).hasSize(1);
    assertThat(desk.work.jobs()).extracting(LongWork.Job::name).containsExactly("Printing");
    assertThat(desk.said()).isEmpty();
    desk.tasks.release();
    assertThat(desk.said()).isEqualTo("Printed 2 tickets");
    assertThat(desk.work.jobs()).isEmpty();
  }

  @Test
  void aPrinterThatStopsIsTold() {
    takes = false;
    desk.server.with(GALA).with(Samples.ticket(GALA, 1));
    print.print(new TicketQuery(Optional.empty(), Optional.empty(), "", 1));
    desk.tasks.release();
    assertThat(desk.said()).isEqualTo("The printer did not take all pages.");
  }

  @Test
  void aTaskGivenUpIsForgotten() {
    desk.server.with(GALA).with(Samples.ticket(GALA, 1));
    print.print(new TicketQuery(Optional.empty(), Optional.empty(), "", 1));
    desk.work.jobs().getFirst().cancel();
    desk.tasks.release();
    assertThat(desk.work.jobs()).isEmpty();
    assertThat(desk.said()).isEmpty();
  }
}
