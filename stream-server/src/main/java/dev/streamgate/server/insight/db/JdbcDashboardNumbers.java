package dev.streamgate.server.insight.db;

import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import dev.streamgate.model.insight.DashboardResponse.UpcomingEvent;
import dev.streamgate.model.tickets.TokenBreakdown;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.insight.DashboardNumbers;
import java.time.Instant;
import java.util.List;

/// Counts in the database. Tickets are added up from their tallies; of sessions there are few, so
/// what is asked about their tickets is put as `<> TRUE`: for `= FALSE` HSQLDB would go through the
/// index of revocations, and with it through nearly all tickets. Thread-safe.
public final class JdbcDashboardNumbers implements DashboardNumbers {
  private final Database database;
  private final LiveSessions live;

  /// @param live which sessions are counted
  public JdbcDashboardNumbers(Database database, LiveSessions live) {
    this.database = database;
    this.live = live;
  }

  @Override
  public long activeEvents() {
    return database.query(
        "counting active events",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) FROM events WHERE is_active = TRUE AND is_archived = FALSE
                    """)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public TokenBreakdown tickets(Instant now) {
    return database.query(
        "adding up tickets by state",
        handle ->
            handle
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
                    """)
                .bind("now", now)
                .map(row ->
                    new TokenBreakdown(
                        row.getColumn("unused", Long.class),
                        row.getColumn("redeemed", Long.class),
                        row.getColumn("expired", Long.class),
                        row.getColumn("revoked", Long.class)))
                .one());
  }

  @Override
  public long activeViewers(Instant now) {
    return database.query(
        "counting viewers",
        handle ->
            live.define(
                    handle.createQuery(
                        """
                        SELECT COUNT(*)
                        FROM active_sessions
                        JOIN tickets ON tickets.id = active_sessions.ticket_id
                        JOIN events ON events.id = tickets.event_id
                        WHERE events.is_active = TRUE AND tickets.is_revoked <> TRUE AND <alive>
                        """),
                    now)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<LiveEvent> liveNow(Instant now) {
    return database.query(
        "listing running events",
        handle ->
            live.define(
                    handle.createQuery(
                        """
                        SELECT events.id, events.title, COALESCE(watching.viewers, 0) AS viewers
                        FROM events
                        LEFT JOIN (
                            SELECT tickets.event_id, COUNT(*) AS viewers
                            FROM active_sessions
                            JOIN tickets ON tickets.id = active_sessions.ticket_id
                            WHERE tickets.is_revoked <> TRUE AND <alive>
                            GROUP BY tickets.event_id
                        ) watching ON watching.event_id = events.id
                        WHERE events.is_active = TRUE AND events.is_archived = FALSE
                            AND events.starts_at <= :now AND events.ends_at >= :now
                        ORDER BY events.starts_at, events.id
                        """),
                    now)
                .bind("now", now)
                .map(row ->
                    new LiveEvent(
                        row.getColumn("id", String.class),
                        row.getColumn("title", String.class),
                        row.getColumn("viewers", Long.class)))
                .list());
  }

  @Override
  public List<UpcomingEvent> upcoming(Instant now, int limit) {
    return database.query(
        "listing the next events",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT events.id, events.title, events.starts_at,
                        (SELECT COALESCE(SUM(ticket_tallies.tickets), 0) FROM ticket_tallies
                            WHERE ticket_tallies.event_id = events.id) AS ticket_count
                    FROM events
                    WHERE events.is_active = TRUE AND events.is_archived = FALSE
                        AND events.starts_at > :now
                    ORDER BY events.starts_at, events.id
                    LIMIT :limit
                    """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row ->
                    new UpcomingEvent(
                        row.getColumn("id", String.class),
                        row.getColumn("title", String.class),
                        row.getColumn("starts_at", Instant.class),
                        row.getColumn("ticket_count", Long.class)))
                .list());
  }
}
