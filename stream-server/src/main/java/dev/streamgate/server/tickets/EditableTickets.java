package dev.streamgate.server.tickets;

import java.util.Optional;

/// Tickets as they are edited.
public interface EditableTickets {
  /// A ticket, which others cannot change until the transaction ends.
  Optional<Ticket> hold(String id);

  void write(String id, EditableFields fields);
}
