package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.tickets.RefusedRow.Reason;
import dev.streamgate.server.tickets.RefusedRow.Reason.AlreadyInUse;
import dev.streamgate.server.tickets.RefusedRow.Reason.DuplicateOf;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds the rows of an import that cannot become tickets. Of several reasons a row's first is
/// told.
final class ImportCheck {
  private final Map<String, Integer> firstRows = new HashMap<>();
  private final Set<String> taken;

  private ImportCheck(Set<String> taken) {
    this.taken = taken;
  }

  /// @param taken tells which of some canonical codes are in use; asked once
  static List<RefusedRow> refusals(
      List<ImportedRow> rows, Function<Collection<String>, Set<String>> taken) {
    List<String> codes =
        rows.stream()
            .flatMap(row -> row.code().stream())
            .map(TicketCode::canonical)
            .distinct()
            .toList();
    ImportCheck check = new ImportCheck(taken.apply(codes));
    return rows.stream().flatMap(row -> check.reason(row).map(row::refused).stream()).toList();
  }

  /// Looks at the rows one after the other, because an earlier one decides about a later one.
  private Optional<Reason> reason(ImportedRow row) {
    Optional<Reason> used = row.code().map(TicketCode::canonical).flatMap(code -> use(code, row));
    return row.flaw().or(() -> used);
  }

  private Optional<Reason> use(String canonical, ImportedRow row) {
    Integer first = firstRows.putIfAbsent(canonical, row.number());
    if (first != null) {
      return Optional.of(new DuplicateOf(first));
    }
    return taken.contains(canonical) ? Optional.of(new AlreadyInUse()) : Optional.empty();
  }
}
