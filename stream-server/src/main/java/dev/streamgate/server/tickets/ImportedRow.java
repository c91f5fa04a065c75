package dev.streamgate.server.tickets;

import dev.streamgate.model.text.PlainText;
import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportRow;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.tickets.RefusedRow.Reason;
import dev.streamgate.server.tickets.RefusedRow.Reason.LongLabel;
import dev.streamgate.server.tickets.RefusedRow.Reason.MalformedCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of an import, read.
///
/// @param number its place in the import, counted from 1
/// @param code empty if what was sent cannot be one
record ImportedRow(int number, String sent, Optional<TicketCode> code, @Nullable String label) {
  private static final int LONGEST_ECHO = TicketCode.MAX_LENGTH;

  static ImportedRow of(int number, ImportRow row) {
    return new ImportedRow(
        number,
        row.code(),
        TicketCode.read(row.code())
            .filter(code -> code.value().length() >= ImportRequest.MIN_CODE_LENGTH),
        Optional.ofNullable(row.label())
            .map(PlainText::line)
            .filter(label -> !label.isEmpty())
            .orElse(null));
  }

  /// What is wrong with the row by itself.
  Optional<Reason> flaw() {
    if (code.isEmpty()) {
      return Optional.of(new MalformedCode());
    }
    return label != null && label.length() > TextLimits.LABEL
        ? Optional.of(new LongLabel())
        : Optional.empty();
  }

  RefusedRow refused(Reason reason) {
    String line = PlainText.line(sent);
    return new RefusedRow(number, line.substring(0, Math.min(line.length(), LONGEST_ECHO)), reason);
  }
}
