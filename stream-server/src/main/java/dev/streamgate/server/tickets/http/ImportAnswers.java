package dev.streamgate.server.tickets.http;

import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.ImportRefusal;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.tickets.RefusedRow;
import dev.streamgate.server.tickets.RefusedRow.Reason;
import java.util.List;

/// Says why codes were not imported (API §4.4).
final class ImportAnswers {
  private ImportAnswers() {}

  static ImportRefusal refusal(List<RefusedRow> rows) {
    return new ImportRefusal(
        "Import refused",
        rows.stream()
            .map(row -> new ImportRefusal.Row(row.number(), row.code(), words(row.reason())))
            .toList());
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case Reason.MalformedCode malformed ->
          "Code must be %d to %d letters and digits"
              .formatted(ImportRequest.MIN_CODE_LENGTH, TicketCode.MAX_LENGTH);
      case Reason.LongLabel tooLong ->
          "Label must be at most %d characters".formatted(TextLimits.LABEL);
      case Reason.DuplicateOf(int number) -> "Duplicate of row %d".formatted(number);
      case Reason.AlreadyInUse used -> "Already in use";
    };
  }
}
