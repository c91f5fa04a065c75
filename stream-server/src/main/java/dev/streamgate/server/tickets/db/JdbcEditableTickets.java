package dev.streamgate.server.tickets.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.tickets.EditableFields;
import dev.streamgate.server.tickets.EditableTickets;
import dev.streamgate.server.tickets.Ticket;
import java.util.Optional;

/// Tickets to edit in the database. Thread-safe.
public final class JdbcEditableTickets implements EditableTickets {
  private final Database database;

  public JdbcEditableTickets(Database database) {
    this.database = database;
  }

  /// Rewrites the row as it is, which locks it on either database, before it is read.
  @Override
  public Optional<Ticket> hold(String id) {
    return database.query(
        "locking a ticket to edit it",
        handle -> {
          handle.execute("UPDATE tickets SET max_sessions = max_sessions WHERE id = ?", id);
          return handle
              .createQuery("SELECT * FROM tickets WHERE id = :id")
              .bind("id", id)
              .map(TicketRows::ticket)
              .findOne();
        });
  }

  @Override
  public void write(String id, EditableFields fields) {
    database.update(
        "editing a ticket",
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE tickets
                    SET label = :label, max_sessions = :maxSessions,
                        takeovers_used = :takeoversUsed
                    WHERE id = :id
                    """)
                .bind("label", fields.label())
                .bind("maxSessions", fields.maxSessions())
                .bind("takeoversUsed", fields.takeoversUsed())
                .bind("id", id)
                .execute());
  }
}
