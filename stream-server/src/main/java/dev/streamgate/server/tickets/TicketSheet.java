package dev.streamgate.server.tickets;

import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// The tickets of one event as CSV (RFC 4180). A cell that a spreadsheet program would take for a
/// formula gets a leading `'`. Used by one thread only.
final class TicketSheet {
  private static final String FORMULA_STARTS = "=+-@";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("Code", "Event Title", "Expires At", "Label", "Status")
          .get();

  private final StringBuilder text = new StringBuilder();
  private final String eventTitle;
  private final Instant now;
  private final CSVPrinter printer;
  private int size;

  TicketSheet(String eventTitle, Instant now) {
    this.eventTitle = eventTitle;
    this.now = now;
    try {
      this.printer = new CSVPrinter(text, FORMAT);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  void add(Ticket ticket) {
    try {
      printer.printRecord(
          harmless(ticket.code().value()),
          harmless(eventTitle),
          WireJson.instant(ticket.expiresAt()),
          harmless(ticket.label()),
          WireJson.name(ticket.statusAt(now)));
    } catch (IOException e) {
      throw inMemory(e);
    }
    size++;
  }

  /// How many tickets it holds.
  int size() {
    return size;
  }

  String text() {
    return text.toString();
  }

  private static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static UncheckedIOException inMemory(IOException cause) {
    return new UncheckedIOException("writing CSV into memory", cause);
  }
}
