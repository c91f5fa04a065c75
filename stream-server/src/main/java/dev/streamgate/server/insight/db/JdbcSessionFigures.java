package dev.streamgate.server.insight.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.insight.SessionFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts sessions in the database. Thread-safe.
public final class JdbcSessionFigures implements SessionFigures {
  private final Database database;
  private final LiveSessions live;

  /// @param live which sessions are counted
  public JdbcSessionFigures(Database database, LiveSessions live) {
    this.database = database;
    this.live = live;
  }

  @Override
  public Map<Integer, Long> ticketsBySessions(Instant now) {
    List<Integer> sessions =
        database.query(
            "counting live sessions",
            handle ->
                live.define(
                        handle.createQuery(
                            "SELECT COUNT(*) FROM active_sessions WHERE <alive> GROUP BY ticket_id"),
                        now)
                    .mapTo(Integer.class)
                    .list());
    return sessions.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
  }

  @Override
  public long newestRow() {
    return database.query(
        "finding the newest row of the audit trail",
        handle ->
            handle
                .createQuery("SELECT COALESCE(MAX(id), 0) FROM audit_log")
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<Ended> endedAfter(long row) {
    return database.query(
        "finding sessions that ended",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT ended.id AS ended_row, ended.recorded_at AS ended_at,
                        created.recorded_at AS created_at
                    FROM audit_log ended
                    JOIN audit_log created ON created.session_id = ended.session_id
                        AND created.action = 'SESSION_CREATED'
                    WHERE ended.id > :row
                        AND ended.action IN ('SESSION_RELEASED', 'SESSION_TIMED_OUT',
                            'SESSION_REPLACED', 'SESSION_TAKEN_OVER', 'SESSION_FORCE_RELEASED')
                    ORDER BY ended.id
                    """)
                .bind("row", row)
                .map(found ->
                    new Ended(
                        found.getColumn("ended_row", Long.class),
                        Duration.between(
                            found.getColumn("created_at", Instant.class),
                            found.getColumn("ended_at", Instant.class))))
                .list());
  }
}
