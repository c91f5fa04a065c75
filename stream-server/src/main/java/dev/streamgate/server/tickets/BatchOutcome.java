package dev.streamgate.server.tickets;

import java.util.List;

/// What came of an order for a batch of tickets.
public sealed interface BatchOutcome {
  /// The new tickets, in the order in which they were drawn.
  record Made(List<Ticket> tickets) implements BatchOutcome {
    public Made {
      tickets = List.copyOf(tickets);
    }
  }

  /// Something ordered was wrong; nothing was made.
  record Refused(OrderProblem problem) implements BatchOutcome {}

  /// There is no such event.
  record UnknownEvent() implements BatchOutcome {}

  /// The event has no such item; nothing was made.
  record UnknownItem(String item) implements BatchOutcome {}

  /// Codes kept colliding; nothing was made.
  record OutOfCodes() implements BatchOutcome {}
}
