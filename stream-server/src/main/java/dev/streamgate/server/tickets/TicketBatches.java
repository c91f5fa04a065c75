package dev.streamgate.server.tickets;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.events.EventItemStore;
import dev.streamgate.server.events.EventStore;
import java.util.List;
import java.util.Optional;

/// Makes tickets in batches, each of them whole or not at all. Thread-safe.
public final class TicketBatches {
  private final TicketStore tickets;
  private final EventStore events;
  private final EventItemStore items;
  private final TicketMint mint;
  private final Changes changes;
  private final AuditTrail audit;

  public TicketBatches(
      TicketStore tickets,
      EventStore events,
      EventItemStore items,
      TicketMint mint,
      Changes changes,
      AuditTrail audit) {
    this.tickets = tickets;
    this.events = events;
    this.items = items;
    this.mint = mint;
    this.changes = changes;
    this.audit = audit;
  }

  /// What is wrong with an order, whichever event it is for.
  public static Optional<OrderProblem> problem(GenerateRequest sent) {
    return BatchOrder.problem(sent);
  }

  /// Makes a batch of tickets for an event. The event is held meanwhile, so that the tickets get
  /// the expiry it has when they appear.
  public BatchOutcome generate(EventId eventId, GenerateRequest sent, Requester by) {
    Optional<OrderProblem> problem = BatchOrder.problem(sent);
    if (problem.isPresent()) {
      return new BatchOutcome.Refused(problem.get());
    }
    BatchOrder order = BatchOrder.of(sent);
    return changes.commit(recorder -> generate(eventId, order, by)).result();
  }

  private BatchOutcome generate(EventId eventId, BatchOrder order, Requester by) {
    if (!events.hold(eventId)) {
      return new BatchOutcome.UnknownEvent();
    }
    String item = order.item();
    if (item != null && items.of(eventId).stream().noneMatch(it -> it.isNamed(item))) {
      return new BatchOutcome.UnknownItem(item);
    }
    return mint.batch(events.find(eventId).orElseThrow(), order, tickets::taken)
        .<BatchOutcome>map(batch -> store(batch, order, by))
        .orElseGet(BatchOutcome.OutOfCodes::new);
  }

  private BatchOutcome store(List<Ticket> batch, BatchOrder order, Requester by) {
    tickets.insertAll(batch);
    audit.record(
        AuditEntry.of(AuditAction.TOKENS_GENERATED, by)
            .event(batch.getFirst().eventId().value())
            .detail(order.description()));
    return new BatchOutcome.Made(batch);
  }
}
