package dev.streamgate.server.events.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.events.EventTickets;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.List;

/// The tickets of an event, as far as the event's own rules need them. Thread-safe.
public final class JdbcEventTickets implements EventTickets {
  private final Database database;

  public JdbcEventTickets(Database database) {
    this.database = database;
  }

  @Override
  public long count(EventId id) {
    return database.query(
        "counting an event's tickets",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COALESCE(SUM(tickets), 0) FROM ticket_tallies WHERE event_id = :id
                    """)
                .bind("id", id.value())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<String> codes(EventId id) {
    return database.query(
        "reading an event's codes",
        handle ->
            handle
                .createQuery("SELECT code FROM tickets WHERE event_id = :id ORDER BY code")
                .bind("id", id.value())
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<HeldSeat> sessions(EventId id) {
    return database.query(
        "reading an event's sessions",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT active_sessions.session_id, active_sessions.ticket_id
                    FROM active_sessions
                    JOIN tickets ON tickets.id = active_sessions.ticket_id
                    WHERE tickets.event_id = :id
                    ORDER BY active_sessions.session_id
                    """)
                .bind("id", id.value())
                .map(row ->
                    new HeldSeat(
                        row.getColumn("session_id", String.class),
                        row.getColumn("ticket_id", String.class)))
                .list());
  }

  @Override
  public int moveExpiry(EventId id, Instant expiresAt) {
    return database.query(
        "moving the expiry of an event's tickets",
        handle ->
            handle
                .createUpdate("UPDATE tickets SET expires_at = :expiresAt WHERE event_id = :id")
                .bind("id", id.value())
                .bind("expiresAt", expiresAt)
                .execute());
  }
}
