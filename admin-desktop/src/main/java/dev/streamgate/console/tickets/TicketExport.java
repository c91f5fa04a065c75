package dev.streamgate.console.tickets;

import dev.streamgate.console.api.ExportedTickets;
import dev.streamgate.console.api.TicketsApi;
import dev.streamgate.console.desktop.FolderOpener;
import dev.streamgate.console.desktop.TextSaver;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Saves the tickets of an event as the server writes them.
public record TicketExport(
    TicketsApi api,
    LongWork work,
    Writing writing,
    TextSaver saver,
    FolderOpener folders,
    Catalogue texts) {
  public void export(String eventId) {
    work.begin(
        texts.get("exporting"),
        progress -> api.export(eventId).map(Counted::of),
        new LongWork.Ends<>(this::save, work::warn, () -> {}));
  }

  /// Tickets are exported event by event.
  void askForEvent() {
    writing.warn(texts.get("exportHint"));
  }

  private record Counted(ExportedTickets tickets, int rows) {
    /// Counted as CSV, since a quoted label may hold a line break.
    static Counted of(ExportedTickets tickets) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      try (CSVParser parser = CSVParser.parse(tickets.csv(), format)) {
        return new Counted(tickets, (int) parser.stream().count());
      } catch (IOException e) {
        throw new UncheckedIOException("counting exported tickets", e);
      }
    }
  }

  private void save(Counted exported) {
    saver.save(
        exported.tickets().fileName(),
        exported.tickets().csv(),
        file -> tell(file, exported.rows()),
        reason -> writing.warn(texts.get("notSaved", reason)));
  }

  private void tell(Path file, int rows) {
    writing.say(
        texts.get("saved", rows, file),
        texts.get("openFolder"),
        () -> folders.open(file.resolveSibling("")));
  }
}
