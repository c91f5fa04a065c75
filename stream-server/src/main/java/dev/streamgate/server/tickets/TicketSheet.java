package dev.streamgate.server.tickets;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.TokenResponse.Progress;
import dev.streamgate.server.tickets.TicketExport.Columns;
import dev.streamgate.server.tickets.TicketListing.Watched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// The tickets of one event as CSV (RFC 4180). A cell that a spreadsheet program would take for a
/// formula gets a leading `'`. Used by one thread only.
final class TicketSheet {
  private static final String FORMULA_STARTS = "=+-@";
  private static final List<String> TICKET =
      List.of("Code", "Event Title", "Expires At", "Label", "Status");
  private static final List<String> PROGRESS =
      List.of(
          "Watched Seconds",
          "Duration Seconds",
          "Times Watched",
          "Last Watched At",
          "Completed At");

  private final StringBuilder text = new StringBuilder();
  private final String eventTitle;
  private final Columns columns;
  private final Instant now;
  private final CSVPrinter printer;
  private int size;

  TicketSheet(String eventTitle, Columns columns, Instant now) {
    this.eventTitle = eventTitle;
    this.columns = columns;
    this.now = now;
    try {
      this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
    } catch (IOException e) {
      throw inMemory(e);
    }
    print(TICKET, PROGRESS);
  }

  void add(Watched line) {
    print(cells(line.ticket()), cells(line.progress()));
    size++;
  }

  private void print(List<String> ticket, List<String> progress) {
    List<String> row =
        switch (columns) {
          case TICKET -> ticket;
          case TICKET_AND_PROGRESS -> Stream.concat(ticket.stream(), progress.stream()).toList();
        };
    try {
      printer.printRecord(row);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private List<String> cells(Ticket ticket) {
    return List.of(
        harmless(ticket.code().value()),
        harmless(eventTitle),
        WireJson.instant(ticket.expiresAt()),
        harmless(ticket.label()),
        WireJson.name(ticket.statusAt(now)));
  }

  private static List<String> cells(Progress progress) {
    return List.of(
        Long.toString(progress.watchedSeconds()),
        written(progress.durationSeconds(), String::valueOf),
        Integer.toString(progress.watchCount()),
        written(progress.lastWatchedAt(), WireJson::instant),
        written(progress.completedAt(), WireJson::instant));
  }

  private static <T> String written(@Nullable T value, Function<T, String> written) {
    return value == null ? "" : written.apply(value);
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
