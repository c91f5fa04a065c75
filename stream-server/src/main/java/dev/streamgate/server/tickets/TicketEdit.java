package dev.streamgate.server.tickets;

import java.util.List;

/// What came of editing a ticket.
public sealed interface TicketEdit {
  /// The ticket is as it was wanted.
  record Saved() implements TicketEdit {}

  /// Something sent was wrong; nothing was stored.
  record Refused(List<TicketProblem> problems) implements TicketEdit {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// There is no such ticket.
  record Unknown() implements TicketEdit {}
}
