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
import org.jspecify.annotations.Nullable;

/// Codes from somewhere else as they stand in a file or on the clipboard: with or without a header,
/// parted by commas, semicolons or tabs (RFC 4180).
///
/// @param heading the first line if it names columns of which none holds codes; then there are no
///   rows
/// @param hasLabels whether a column with labels was found
record ImportFile(List<Numbered> lines, List<String> heading, boolean hasLabels) {
  private static final Set<String> CODE_NAMES = Set.of("code", "codes", "ticket", "token");
  private static final Set<String> LABEL_NAMES =
      Set.of("label", "name", "bezeichnung", "kategorie", "category");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// A row and where it stands: its number as a spreadsheet counts, the heading and empty lines
  /// included.
  record Numbered(int number, ImportRow row) {}

  private record Line(int number, List<String> cells) {}

  ImportFile {
    lines = List.copyOf(lines);
    heading = List.copyOf(heading);
  }

  /// @throws IllegalArgumentException if a quotation mark is out of place
  static ImportFile read(String text) {
    String clean = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<Line> lines = lines(clean);
    if (lines.isEmpty()) {
      return new ImportFile(List.of(), List.of(), false);
    }
    List<String> first = lines.getFirst().cells();
    int code = indexOf(first, CODE_NAMES);
    int label = indexOf(first, LABEL_NAMES);
    boolean named = code >= 0;
    if (!named && (label >= 0 || isHeading(lines))) {
      return new ImportFile(List.of(), first, false);
    }
    int codeColumn = Math.max(0, code);
    int labelColumn = named ? label : first.size() > 1 ? 1 : -1;
    List<Numbered> rows =
        lines.stream()
            .skip(named ? 1 : 0)
            .map(line -> numbered(line, codeColumn, labelColumn))
            .toList();
    return new ImportFile(rows, List.of(), labelColumn >= 0);
  }

  List<ImportRow> rows() {
    return lines.stream().map(Numbered::row).toList();
  }

  /// Whether all codes pass the typing check of printed codes.
  boolean areAllPrinted() {
    return rows().stream()
        .map(row -> TicketCode.canonicalCode(row.code()))
        .allMatch(CheckSymbol::isCheckSymbolValid);
  }

  private static Numbered numbered(Line line, int code, int label) {
    return new Numbered(
        line.number(), new ImportRow(cell(line.cells(), code), label(line.cells(), label)));
  }

  /// A first line without a single digit over codes that have some is no code itself.
  private static boolean isHeading(List<Line> lines) {
    return lines.getFirst().cells().stream().noneMatch(ImportFile::hasDigit)
        && lines.stream()
            .skip(1)
            .anyMatch(line -> line.cells().stream().anyMatch(ImportFile::hasDigit));
  }

  private static boolean hasDigit(String cell) {
    return cell.chars().anyMatch(Character::isDigit);
  }

  private static List<Line> lines(String text) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords().stream()
          .filter(line -> line.stream().anyMatch(cell -> !cell.isBlank()))
          .map(line -> new Line((int) line.getRecordNumber(), line.toList()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("a quotation mark is out of place", e);
    }
  }

  /// The one that parts the first line most often.
  private static char delimiter(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparingLong(sign -> line.chars().filter(c -> c == sign).count()))
        .orElse(',');
  }

  private static int indexOf(List<String> cells, Set<String> names) {
    for (int i = 0; i < cells.size(); i++) {
      if (names.contains(cells.get(i).trim().toLowerCase(Locale.ROOT))) {
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
