package dev.streamgate.server.tickets.http;

import dev.streamgate.model.tickets.ImportRow;
import dev.streamgate.server.foundation.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A spreadsheet of codes as CSV in UTF-8 (RFC 4180): the header `Code` or `Code,Label`, then one
/// row for each code. The separator is a semicolon if the header has one, as some countries'
/// spreadsheet programs write it. Empty lines are none.
final class ImportSheet {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> CODES = List.of("code");
  private static final List<String> CODES_AND_LABELS = List.of("code", "label");

  private ImportSheet() {}

  /// @throws Problem 400 if this is not such a spreadsheet
  static List<ImportRow> rows(byte[] csv) {
    String text = text(csv);
    try (CSVParser parser = format(text).parse(new StringReader(text))) {
      List<CSVRecord> records = parser.getRecords();
      if (records.isEmpty()) {
        throw wrongHeader();
      }
      int columns = columns(records.getFirst());
      return records.stream().skip(1).map(it -> row(it, columns)).toList();
    } catch (IOException | UncheckedIOException e) {
      throw Problem.badRequest("The file is not CSV: a quotation mark is out of place");
    }
  }

  private static String text(byte[] csv) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The file must be text in UTF-8");
    }
  }

  private static CSVFormat format(String text) {
    boolean bySemicolon = text.lines().findFirst().orElse("").contains(";");
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(bySemicolon ? ';' : ',')
        .setIgnoreEmptyLines(true)
        .get();
  }

  private static int columns(CSVRecord header) {
    List<String> names =
        header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (!names.equals(CODES) && !names.equals(CODES_AND_LABELS)) {
      throw wrongHeader();
    }
    return names.size();
  }

  private static ImportRow row(CSVRecord row, int columns) {
    if (row.size() > columns) {
      throw Problem.badRequest(
          "Row %d has more columns than the header".formatted(row.getRecordNumber() - 1));
    }
    return new ImportRow(row.get(0), row.size() > 1 ? row.get(1) : null);
  }

  private static Problem wrongHeader() {
    return Problem.badRequest("The first line must be Code or Code,Label");
  }
}
