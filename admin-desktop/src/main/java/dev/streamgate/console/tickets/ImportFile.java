package dev.streamgate.console.tickets;

import dev.streamgate.model.tickets.CheckSymbol;
import dev.streamgate.model.tickets.ImportRow;
import dev.streamgate.model.tickets.TicketCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Codes from somewhere else as they stand in a file or on the clipboard: with or without a header,
/// parted by commas, semicolons or tabs (RFC 4180).
///
/// @param hasLabels whether a column with labels was found
record ImportFile(List<ImportRow> rows, boolean hasHeader, boolean hasLabels) {
  private static final Set<String> CODE_NAMES = Set.of("code", "codes", "ticket", "token");
  private static final Set<String> LABEL_NAMES =
      Set.of("label", "name", "bezeichnung", "kategorie", "category");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  ImportFile {
    rows = List.copyOf(rows);
  }

  /// @throws IllegalArgumentException if a quotation mark is out of place
  static ImportFile read(String text) {
    String clean = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<List<String>> lines = lines(clean);
    if (lines.isEmpty()) {
      return new ImportFile(List.of(), false, false);
    }
    List<String> first =
        lines.getFirst().stream().map(cell -> cell.trim().toLowerCase(Locale.ROOT)).toList();
    int code = indexOf(first, CODE_NAMES);
    boolean header = code >= 0;
    int codeColumn = Math.max(0, code);
    int labelColumn = header ? indexOf(first, LABEL_NAMES) : first.size() > 1 ? 1 : -1;
    List<ImportRow> rows =
        lines.stream()
            .skip(header ? 1 : 0)
            .map(line -> new ImportRow(cell(line, codeColumn), label(line, labelColumn)))
            .toList();
    return new ImportFile(rows, header, labelColumn >= 0);
  }

  /// Whether all codes pass the typing check of printed codes.
  boolean areAllPrinted() {
    return rows.stream()
        .map(row -> TicketCode.canonicalCode(row.code()))
        .allMatch(CheckSymbol::isCheckSymbolValid);
  }

  private static List<List<String>> lines(String text) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords().stream()
          .map(CSVRecord::toList)
          .filter(cells -> cells.stream().anyMatch(cell -> !cell.isBlank()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("a quotation mark is out of place", e);
    }
  }

  /// The one that parts the first line most often.
  private static char delimiter(String text) {
    String line = text.lines().findFirst().orElse("");
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparingLong(sign -> line.chars().filter(c -> c == sign).count()))
        .orElse(',');
  }

  private static int indexOf(List<String> cells, Set<String> names) {
    for (int i = 0; i < cells.size(); i++) {
      if (names.contains(cells.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static String cell(List<String> line, int column) {
    return column < line.size() ? line.get(column).trim() : "";
  }

  private static @Nullable String label(List<String> line, int column) {
    String label = column < 0 ? "" : cell(line, column);
    return label.isEmpty() ? null : label;
  }
}
