package dev.streamgate.server.tickets;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Change.Reinstated;
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
        return changes.commit(recorder -> run(eventId, rows, sent.dryRun(), by, recorder)).result();
      } catch (CodeTakenException e) {
        // The next attempt names the row.
      }
    }
    return new ImportOutcome.Contended();
  }

  private ImportOutcome run(
      EventId eventId,
      List<ImportedRow> rows,
      boolean dryRun,
      Requester by,
      Changes.Recorder recorder) {
    if (!events.hold(eventId)) {
      return new ImportOutcome.UnknownEvent();
    }
    List<RefusedRow> refused = ImportCheck.refusals(rows, tickets::taken);
    if (!refused.isEmpty()) {
      return new ImportOutcome.Refused(refused);
    }
    if (!dryRun) {
      Event event = events.find(eventId).orElseThrow();
      store(event, mint.imported(event, rows), by).forEach(recorder::record);
    }
    return new ImportOutcome.Imported(rows.size());
  }

  /// The changes are for the caller to record: codes that a deleted event had are no longer
  /// refused.
  private List<Change> store(Event event, List<Ticket> batch, Requester by) {
    tickets.insertAll(batch);
    audit.record(
        AuditEntry.of(AuditAction.TOKENS_IMPORTED, by)
            .event(event.id().value())
            .detail("%d tickets".formatted(batch.size())));
    return tickets.buried(batch.stream().map(ticket -> ticket.code().value()).toList()).stream()
        .<Change>map(Reinstated::new)
        .toList();
  }
}
