package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.tickets.ImportRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final Desk desk = new Desk();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger reloaded = new AtomicInteger();
  private final ImportViewModel model =
      new ImportViewModel(
          desk.server.apis(),
          new ImportViewModel.Tools(
              desk.calls, desk.tasks, desk.desktop.desktop().openDialog(), desk.work, desk.writing),
          Desk.texts(ImportViewModel.class),
          desk.failures);

  @BeforeEach
  void oneEvent() {
    desk.server.with(GALA);
    model.begin(Optional.empty(), Optional.empty());
    desk.server.asked().clear();
  }

  private void pasted(String text) {
    model.pastedProperty().set(text);
    desk.tasks.pass(PAUSE);
  }

  private void run() {
    model.run(closed::incrementAndGet, reloaded::incrementAndGet);
  }

  @Test
  void theOnlyEventIsChosenByItself() {
    assertThat(model.eventProperty().get()).contains(EventChoice.of(GALA));
  }

  @Test
  void aTrialComesOnceTypingPauses() {
    model.pastedProperty().set("SHOP");
    desk.tasks.pass(Duration.ofMillis(399));
    model.pastedProperty().set("SHOP0001");
    desk.tasks.pass(Duration.ofMillis(399));
    assertThat(desk.server.asked()).isEmpty();
    desk.tasks.pass(Duration.ofMillis(1));
    assertThat(desk.server.asked()).containsExactly("trial");
  }

  @Test
  void badRowsComeFirstWithTheirReasonAndStandInTheWay() {
    pasted("Code;Label\nSHOP0001;Row 1\nAB;Row 2\nSHOP0003;Row 3\n");
    assertThat(model.lines()).extracting(ImportLine::number).containsExactly(3, 2, 4);
    assertThat(model.lines().getFirst().reason())
        .isEqualTo("Code must be 6 to 64 letters and digits");
    assertThat(model.messageProperty().get()).isEqualTo("1 of 3 rows cannot be imported.");
    assertThat(model.ready().get()).isFalse();
    run();
    assertThat(desk.server.asked()).containsExactly("trial");
  }

  @Test
  void goodRowsAreImportedAndCounted() {
    pasted("Code;Label\nSHOP0001;Row 1\nSHOP0002;Row 2\n");
    assertThat(model.ready().get()).isTrue();
    assertThat(model.runLabel().get()).isEqualTo("Import 2 tickets");
    run();
    assertThat(desk.server.asked()).containsExactly("trial", "import");
    assertThat(desk.said()).isEqualTo("Imported 2 tickets");
    assertThat(closed).hasValue(1);
    assertThat(reloaded).hasValue(1);
  }

  @Test
  void anImportThatFailsLeavesWhatWasPasted() {
    pasted("SHOP0001\n");
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    run();
    assertThat(closed).hasValue(0);
    assertThat(model.isTouched()).isTrue();
    assertThat(model.messageProperty().get()).isEqualTo("The server cannot be reached.");
    desk.server.recovers();
    desk.connection.answered();
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void anImportGivenUpIsTriedOutAgain() {
    pasted("SHOP0001\n");
    desk.tasks.hold();
    run();
    assertThat(model.ready().get()).isFalse();
    assertThat(model.cancel()).isTrue();
    assertThat(desk.said()).isEqualTo("The server may have finished this already.");
    desk.tasks.release();
    assertThat(desk.server.asked()).containsExactly("trial", "trial");
    assertThat(closed).hasValue(0);
    assertThat(reloaded).hasValue(1);
    assertThat(model.cancel()).isFalse();
  }

  @Test
  void anArchivedEventOneComesFromIsChosen() {
    EventChoice archived = new EventChoice("evt-9", "Old Gala");
    model.begin(Optional.of(archived), Optional.empty());
    assertThat(model.eventProperty().get()).contains(archived);
    assertThat(model.events()).contains(archived);
  }

  @Test
  void whatWasNotTriedYetIsNotImported() {
    pasted("SHOP0001\n");
    model.pastedProperty().set("SHOP0001\nAB\n");
    assertThat(model.ready().get()).isFalse();
    run();
    assertThat(desk.server.asked()).containsExactly("trial");
  }

  @Test
  void withoutAnEventThereIsNoTrial() {
    model.eventProperty().set(Optional.empty());
    pasted("SHOP0001\n");
    assertThat(desk.server.asked()).isEmpty();
    assertThat(model.ready().get()).isFalse();
    model.eventProperty().set(Optional.of(EventChoice.of(GALA)));
    assertThat(desk.server.asked()).containsExactly("trial");
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void whatPassedForOneEventHasNotPassedForAnother() {
    pasted("SHOP0001\n");
    assertThat(model.ready().get()).isTrue();
    desk.server.failsWith(new ApiFailure.Refused(404, "Event not found"));
    model.eventProperty().set(Optional.of(new EventChoice("evt-2", "Matinee")));
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void codesOfAnotherKindAreNoticed() {
    pasted("7K3M-9QWX-0014\n");
    assertThat(model.otherCodesProperty().get()).isFalse();
    pasted("SHOP0001\n");
    assertThat(model.otherCodesProperty().get()).isTrue();
  }

  @Test
  void whatIsNoCsvIsToldAndLeavesNothingOfBefore() {
    pasted("SHOP0001\n");
    pasted("\"SHOP0001\n");
    assertThat(model.messageProperty().get())
        .isEqualTo(
            "The text is not CSV: a quotation mark is out of place. Save the list as CSV again.");
    assertThat(model.lines()).isEmpty();
    assertThat(model.columnsProperty().get()).isEmpty();
    assertThat(model.otherCodesProperty().get()).isFalse();
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void tooManyRowsAreNotSent() {
    pasted("SHOP0001\n".repeat(ImportRequest.MAX_ROWS + 1));
    assertThat(desk.server.asked()).isEmpty();
    assertThat(model.messageProperty().get()).startsWith("At most ");
  }

  @Test
  void aFileIsReadAtOnce(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("codes.csv"), "Code\nSHOP0001\nSHOP0002\n");
    desk.desktop.opens(file);
    model.chooseFile();
    assertThat(model.lines()).extracting(ImportLine::code).containsExactly("SHOP0001", "SHOP0002");
    desk.tasks.pass(PAUSE);
    assertThat(desk.server.asked()).containsExactly("trial");
  }

  @Test
  void rowsAreCountedAsTheFileCountsThem() {
    pasted("\nCode;Label\nSHOP0001;\"two\nlines\"\n\nAB;Row 5\n");
    assertThat(model.lines()).extracting(ImportLine::number).containsExactly(5, 3);
    assertThat(model.lines().getFirst().code()).isEqualTo("AB");
    assertThat(model.lines().getFirst().reason()).isNotEmpty();
  }

  @Test
  void anotherRowIsNamedAsTheFileCountsIt() {
    pasted("Code;Label\nSHOP0001;One\nSHOP0002;Two\nSHOP0002;Three\n");
    assertThat(model.lines().getFirst().number()).isEqualTo(4);
    assertThat(model.lines().getFirst().reason()).isEqualTo("Duplicate of row 3");
  }

  @Test
  void whatStaysAfterAFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    read(Files.writeString(folder.resolve("good.csv"), "Code\nSHOP0001\n"));
    assertThat(read(folder.resolve("missing.csv")))
        .startsWith("missing.csv is not there")
        .endsWith("The rows below are still those of “good.csv”.");
    assertThat(model.lines()).hasSize(1);
  }

  @Test
  void whatIsWrongWithAFileIsToldByItsName(@TempDir Path folder) throws IOException {
    assertThat(read(folder.resolve("missing.csv"))).startsWith("missing.csv is not there");
    assertThat(read(Files.createDirectory(folder.resolve("lists"))))
        .startsWith("lists is a folder.");
    assertThat(read(Files.writeString(folder.resolve("empty.csv"), " \n\n")))
        .startsWith("empty.csv is empty.");
    assertThat(read(Files.writeString(folder.resolve("heading.csv"), "Code;Label\n")))
        .isEqualTo("heading.csv has a heading but no codes under it.");
    assertThat(read(Files.writeString(folder.resolve("other.csv"), "Nummer;Name\nSHOP0001;Kim\n")))
        .startsWith("other.csv has no column called “Code”. Its first line reads: Nummer, Name.");
    assertThat(read(Files.writeString(folder.resolve("quotes.csv"), "\"SHOP0001\n")))
        .startsWith("quotes.csv is not CSV:");
    byte[] large = new byte[ImportRequest.MAX_BYTES + 1];
    assertThat(read(Files.write(folder.resolve("large.csv"), large)))
        .startsWith("large.csv is larger than 512 KiB.");
    assertThat(read(Files.write(folder.resolve("book.xlsx"), new byte[] {'P', 'K', 3, 4})))
        .startsWith("book.xlsx is a workbook");
    assertThat(read(Files.write(folder.resolve("tune.csv"), new byte[] {1, 0, 2, 0, 3})))
        .startsWith("tune.csv is not a text file.");
  }

  @Test
  void umlautsOfOldSpreadsheetsAreRead(@TempDir Path folder) throws IOException {
    byte[] old = "Code;Label\nSHOP0001;Stra\u00dfe\n".getBytes(Charset.forName("windows-1252"));
    read(Files.write(folder.resolve("old.csv"), old));
    assertThat(model.lines()).extracting(ImportLine::label).containsExactly("Stra\u00dfe");
    byte[] wide = "Code\tLabel\nSHOP0002\tStra\u00dfe\n".getBytes(StandardCharsets.UTF_16);
    read(Files.write(folder.resolve("wide.txt"), wide));
    assertThat(model.lines()).extracting(ImportLine::code).containsExactly("SHOP0002");
  }

  private String read(Path file) {
    model.readFile(file);
    return model.messageProperty().get();
  }

  @Test
  void aTrialThatFailsLetsNothingThrough() {
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    pasted("SHOP0001\n");
    assertThat(model.messageProperty().get()).isEqualTo("The server cannot be reached.");
    assertThat(model.ready().get()).isFalse();
  }
}
