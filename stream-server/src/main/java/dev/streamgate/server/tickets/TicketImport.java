package dev.streamgate.server.tickets;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventStore;
import java.util.List;
import java.util.stream.IntStream;

/// Makes tickets of codes from somewhere else: of all rows, or of none. Thread-safe.
public final class TicketImport {
  private static final int ATTEMPTS = 3;

  private final TicketStore tickets;
  private final EventStore events;
  private final TicketMint mint;
  private final Changes changes;
  private final AuditTrail audit;

  public TicketImport(
      TicketStore tickets, EventStore events, TicketMint mint, Changes changes, AuditTrail audit) {
    this.tickets = tickets;
    this.events = events;
    this.mint = mint;
    this.changes = changes;
    this.audit = audit;
  }

  /// Imports the rows or, in a dry run, only tells what would come of it. If somebody else stores
  /// one of the codes at the same moment, the rows are looked at again.
  public ImportOutcome run(EventId eventId, ImportRequest sent, Requester by) {
    List<ImportedRow> rows =
        IntStream.range(0, sent.rows().size())
            .mapToObj(index -> ImportedRow.of(index + 1, sent.rows().get(index)))
            .toList();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return changes.commit(recorder -> run(eventId, rows, sent.dryRun(), by)).result();
      } catch (CodeTakenException e) {
        // The next attempt names the row.
      }
    }
    return new ImportOutcome.Contended();
  }

  private ImportOutcome run(EventId eventId, List<ImportedRow> rows, boolean dryRun, Requester by) {
    if (!events.hold(eventId)) {
      return new ImportOutcome.UnknownEvent();
    }
    List<RefusedRow> refused = ImportCheck.refusals(rows, tickets::taken);
    if (!refused.isEmpty()) {
      return new ImportOutcome.Refused(refused);
    }
    if (!dryRun) {
      store(events.find(eventId).orElseThrow(), rows, by);
    }
    return new ImportOutcome.Imported(rows.size());
  }

  private void store(Event event, List<ImportedRow> rows, Requester by) {
    tickets.insertAll(mint.imported(event, rows));
    audit.record(
        AuditEntry.of(AuditAction.TOKENS_IMPORTED, by)
            .event(event.id().value())
            .detail("%d tickets".formatted(rows.size())));
  }
}
