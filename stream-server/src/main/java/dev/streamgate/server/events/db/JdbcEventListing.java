package dev.streamgate.server.events.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.TokenBreakdown;
import dev.streamgate.server.events.EventFilter;
import dev.streamgate.server.events.EventListing;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.LiveSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Finds events in the database. Thread-safe.
public final class JdbcEventListing implements EventListing {
  private final Database database;
  private final LiveSessions live;

  /// @param live which sessions are counted
  public JdbcEventListing(Database database, LiveSessions live) {
    this.database = database;
    this.live = live;
  }

  @Override
  public List<Line> page(EventFilter filter, PageRequest page, Instant now) {
    EventConditions conditions = EventConditions.of(filter, now);
    return database.query(
        "listing events",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT events.*, COALESCE(counts.tickets, 0) AS ticket_count
                    FROM events
                    LEFT JOIN (
                        SELECT event_id, SUM(tickets) AS tickets FROM ticket_tallies GROUP BY event_id
                    ) counts ON counts.event_id = events.id
                    WHERE <conditions>
                    ORDER BY <order>
                    LIMIT :limit OFFSET :offset
                    """)
                .define("conditions", conditions.sql())
                .define("order", EventConditions.order(filter))
                .bindMap(conditions.parameters())
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map(row ->
                    new Line(EventRows.event(row), row.getColumn("ticket_count", Long.class)))
                .list());
  }

  @Override
  public long count(EventFilter filter, Instant now) {
    EventConditions conditions = EventConditions.of(filter, now);
    return database.query(
        "counting events",
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM events WHERE <conditions>")
                .define("conditions", conditions.sql())
                .bindMap(conditions.parameters())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Detail> detail(EventId id, Instant now) {
    return database.query(
        "reading an event in detail",
        handle ->
            handle
                .createQuery("SELECT * FROM events WHERE id = :id")
                .bind("id", id.value())
                .map(EventRows::event)
                .findOne()
                .map(event ->
                    new Detail(
                        event,
                        tickets(handle, id, now),
                        viewers(handle, id, now),
                        JdbcEventItemStore.of(handle, id))));
  }

  private static TokenBreakdown tickets(Handle handle, EventId id, Instant now) {
    return handle
        .createQuery(
            """
            SELECT
                COALESCE(SUM(CASE WHEN is_revoked = TRUE THEN tickets END), 0) AS revoked,
                COALESCE(SUM(CASE WHEN is_revoked = FALSE AND expires_at < :now
                    THEN tickets END), 0) AS expired,
                COALESCE(SUM(CASE WHEN is_revoked = FALSE AND expires_at >= :now
                    AND is_redeemed = TRUE THEN tickets END), 0) AS redeemed,
                COALESCE(SUM(CASE WHEN is_revoked = FALSE AND expires_at >= :now
                    AND is_redeemed = FALSE THEN tickets END), 0) AS unused
            FROM ticket_tallies
            WHERE event_id = :id
            """)
        .bind("id", id.value())
        .bind("now", now)
        .map(row ->
            new TokenBreakdown(
                row.getColumn("unused", Long.class),
                row.getColumn("redeemed", Long.class),
                row.getColumn("expired", Long.class),
                row.getColumn("revoked", Long.class)))
        .one();
  }

  private long viewers(Handle handle, EventId id, Instant now) {
    return live.define(
            handle.createQuery(
                """
                SELECT COUNT(*)
                FROM active_sessions
                JOIN tickets ON tickets.id = active_sessions.ticket_id
                JOIN events ON events.id = tickets.event_id
                WHERE events.id = :id AND events.is_active = TRUE AND tickets.is_revoked <> TRUE
                    AND <alive>
                """),
            now)
        .bind("id", id.value())
        .mapTo(Long.class)
        .one();
  }
}
