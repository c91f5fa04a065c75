package dev.streamgate.console.tickets;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.GeneratedToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A new batch as CSV (RFC 4180), in the first columns of the server's own export (API §4.4).
record TicketCsv(String fileName, String text) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("Code", "Event Title", "Expires At", "Label", "Status")
          .get();
  private static final String STATUS = "unused";

  static TicketCsv of(String eventTitle, List<GeneratedToken> tickets) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = FORMAT.print(text)) {
      for (GeneratedToken ticket : tickets) {
        printer.printRecord(
            ticket.code(),
            harmless(eventTitle),
            WireJson.instant(ticket.expiresAt()),
            harmless(ticket.label()),
            STATUS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return new TicketCsv("tokens-" + sanitised(eventTitle) + ".csv", text.toString());
  }

  /// Spreadsheets run cells that begin like a formula; a leading quote stops them.
  private static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String sanitised(String title) {
    return title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
  }
}
