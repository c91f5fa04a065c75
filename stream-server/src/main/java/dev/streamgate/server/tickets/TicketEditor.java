package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import java.util.List;

/// Changes what staff may edit of a ticket: its label, how many devices may use it at once, and how
/// many takeovers it has used, which can only be given back. Sessions that are alive go on when
/// fewer devices are allowed; none is added until there is room again. Thread-safe.
public final class TicketEditor {
  private final EditableTickets tickets;
  private final Transactions transactions;
  private final AuditTrail audit;

  public TicketEditor(EditableTickets tickets, Transactions transactions, AuditTrail audit) {
    this.tickets = tickets;
    this.transactions = transactions;
    this.audit = audit;
  }

  /// Changes the fields that were sent, all of them or none.
  public TicketEdit edit(String id, TokenEditRequest sent, Requester by) {
    return transactions.inTransaction(() ->
        tickets.hold(id).map(ticket -> edit(ticket, sent, by)).orElseGet(TicketEdit.Unknown::new));
  }

  private TicketEdit edit(Ticket ticket, TokenEditRequest sent, Requester by) {
    EditableFields before = EditableFields.of(ticket);
    EditableFields after = before.with(sent);
    List<TicketProblem> problems = after.problems(before);
    if (!problems.isEmpty()) {
      return new TicketEdit.Refused(problems);
    }
    if (!after.equals(before)) {
      tickets.write(ticket.id(), after);
      audit.record(
          AuditEntry.of(AuditAction.TOKEN_UPDATED, by)
              .event(ticket.eventId().value())
              .ticket(ticket.id())
              .detail("Changed: %s.".formatted(String.join(", ", after.changedFrom(before)))));
    }
    return new TicketEdit.Saved();
  }
}
