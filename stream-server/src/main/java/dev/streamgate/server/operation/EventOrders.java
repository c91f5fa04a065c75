package dev.streamgate.server.operation;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.operation.CreatedEvent;
import dev.streamgate.model.operation.EventOrder;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import dev.streamgate.server.events.EditOutcome;
import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.events.EventProblem;
import dev.streamgate.server.tickets.BatchOutcome;
import dev.streamgate.server.tickets.OrderProblem;
import dev.streamgate.server.tickets.TicketBatches;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes an event and its tickets at once, for the command line. Thread-safe.
public final class EventOrders {
  private final EventEditor events;
  private final TicketBatches tickets;
  private final Transactions transactions;
  private final Optional<Path> streamRoot;

  /// @param streamRoot where the stream folders are, if this server has them
  public EventOrders(
      EventEditor events,
      TicketBatches tickets,
      Transactions transactions,
      Optional<Path> streamRoot) {
    this.events = events;
    this.tickets = tickets;
    this.transactions = transactions;
    this.streamRoot = streamRoot;
  }

  /// What came of an order.
  public sealed interface Outcome {
    /// The event and its tickets are there.
    record Made(CreatedEvent event) implements Outcome {}

    /// The event was described wrongly; nothing was made.
    record NoEvent(EventProblem problem) implements Outcome {}

    /// The tickets were ordered wrongly; nothing was made.
    record NoTickets(OrderProblem problem) implements Outcome {}
  }

  /// Makes all that was ordered, or nothing.
  public Outcome place(EventOrder order, Requester by) {
    Optional<GenerateRequest> batch = batch(order);
    Optional<OrderProblem> problem = batch.flatMap(TicketBatches::problem);
    return problem.isPresent()
        ? new Outcome.NoTickets(problem.get())
        : transactions.inTransaction(() -> make(order, batch, by));
  }

  private Outcome make(EventOrder order, Optional<GenerateRequest> batch, Requester by) {
    if (order.event() == null) {
      return new Outcome.NoEvent(EventProblem.TITLE_MISSING);
    }
    return switch (events.create(order.event(), by)) {
      case EditOutcome.Refused(EventProblem problem) -> new Outcome.NoEvent(problem);
      case EditOutcome.Unknown _ ->
          throw new IllegalStateException("a new event cannot be unknown");
      case EditOutcome.Saved saved -> {
        EventId id = saved.event().id();
        List<String> codes = batch.map(it -> codes(id, it, by)).orElse(List.of());
        yield new Outcome.Made(new CreatedEvent(id.value(), folder(id), codes));
      }
    };
  }

  private List<String> codes(EventId id, GenerateRequest batch, Requester by) {
    if (tickets.generate(id, batch, by) instanceof BatchOutcome.Made made) {
      return made.tickets().stream().map(ticket -> ticket.code().display()).toList();
    }
    throw new IllegalStateException("codes kept colliding with others; nothing was made");
  }

  private @Nullable String folder(EventId id) {
    return streamRoot
        .map(root -> root.toAbsolutePath().normalize().resolve(id.value()).toString())
        .orElse(null);
  }

  private static Optional<GenerateRequest> batch(EventOrder order) {
    int count = Objects.requireNonNullElse(order.codes(), 0);
    return count == 0
        ? Optional.empty()
        : Optional.of(new GenerateRequest(count, order.label(), null, null, null, null, null));
  }
}
