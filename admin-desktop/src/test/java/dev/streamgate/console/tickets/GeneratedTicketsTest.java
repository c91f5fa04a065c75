package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.desktop.TextSaver;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.tickets.GeneratedToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedTicketsTest {
  private final Desk desk = new Desk();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final GeneratedTickets batch =
      new GeneratedTickets(
          new CodeCopies(desk.desktop.desktop().clipboard(), desk.tasks),
          new TextSaver(desk.desktop.desktop().saveDialog(), desk.tasks),
          desk.desktop.desktop().folders(),
          desk.dialogs,
          Desk.texts(GeneratedTickets.class),
          () -> LocalDateTime.of(2026, 3, 10, 16, 30));
  private final GenerateViewModel order =
      new GenerateViewModel(
          desk.server.apis(),
          desk.calls,
          Desk.texts(GeneratedTickets.class),
          desk.failures,
          batch,
          desk.work);

  @BeforeEach
  void openTheOrder() {
    desk.server.with(Samples.event("evt-1", "=Gala"));
    order.begin(Optional.empty());
  }

  @Test
  void theCountIsCheckedWhileItIsTyped() {
    order.countProperty().set("501");
    assertThat(order.countError().get()).isEqualTo("Count must be between 1 and 500.");
    assertThat(order.ready().get()).isFalse();
    order.countProperty().set("500");
    assertThat(order.ready().get()).isTrue();
  }

  @Test
  void closingWithNothingCopiedAsks() {
    desk.dialogs.declines();
    order.generate();
    batch.requestClose(() -> closed.set(true));
    assertThat(closed).isFalse();
    assertThat(desk.dialogs.asked().getFirst().text())
        .isEqualTo(
            "Close without copying or exporting? The codes stay available in the ticket list.");
    batch.copyAll();
    batch.requestClose(() -> closed.set(true));
    assertThat(closed).isTrue();
    assertThat(desk.desktop.clipboard().lines()).hasSize(10);
  }

  @Test
  void theProposedNameTellsEventAndBatchInSafeSigns() {
    GeneratedToken ticket =
        new GeneratedToken("tkt-1", "AB", "AB", Samples.NOW, "Row 4/5: \"VIP\"");
    TicketCsv csv =
        TicketCsv.of("../Fest: 2026", List.of(ticket), LocalDateTime.of(2026, 3, 10, 16, 30));
    assertThat(csv.fileName()).isEqualTo("tokens-Fest-2026-Row-4-5-VIP-1-2026-03-10-1630.csv");
  }

  @Test
  void anExportIsCsvThatSpreadsheetsDoNotRun(@TempDir Path folder) throws IOException {
    desk.desktop.savesInto(folder);
    order.countProperty().set("1");
    order.generate();
    batch.export();
    assertThat(Files.readAllLines(folder.resolve("tokens-Gala-1-2026-03-10-1630.csv")))
        .containsExactly(
            "Code,Event Title,Expires At,Label,Status",
            "7K3M9QWX0014,'=Gala,2026-03-14T19:30:00.000Z,,unused");
    assertThat(batch.messageProperty().get()).startsWith("Saved 1 tickets to ");
  }
}
