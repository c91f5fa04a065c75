package dev.streamgate.console.tickets;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.GeneratedToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final int LONGEST_PART = 60;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

  /// @param made when the batch was made, by the clock of this computer
  static TicketCsv of(String eventTitle, List<GeneratedToken> tickets, LocalDateTime made) {
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
    return new TicketCsv(fileName(eventTitle, tickets, made), text.toString());
  }

  /// Names the event and the batch, so that no batch is saved over another.
  private static String fileName(
      String eventTitle, List<GeneratedToken> tickets, LocalDateTime made) {
    String label = tickets.isEmpty() ? null : tickets.getFirst().label();
    return Stream.of(
            eventTitle,
            Objects.requireNonNullElse(label, ""),
            String.valueOf(tickets.size()),
            MINUTE.format(made))
        .map(TicketCsv::sanitised)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-", "tokens-", ".csv"));
  }

  /// Spreadsheets run cells that begin like a formula; a leading quote stops them.
  private static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String sanitised(String part) {
    String safe = part.replaceAll("[^\\p{L}\\p{N}]+", "-");
    return safe.substring(0, Math.min(LONGEST_PART, safe.length())).replaceAll("^-|-$", "");
  }
}
