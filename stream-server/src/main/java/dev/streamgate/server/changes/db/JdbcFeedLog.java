package dev.streamgate.server.changes.db;

import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.ChangeLog.Entry;
import dev.streamgate.server.changes.FeedLog;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The change log as the feed reads it, in SQL. Thread-safe.
public final class JdbcFeedLog implements FeedLog {
  private final Database database;

  public JdbcFeedLog(Database database) {
    this.database = database;
  }

  @Override
  public long head() {
    return database.queryLasting("reading the change log's head", JdbcChangeLog::lastSeq);
  }

  @Override
  public Optional<Entry> oldest() {
    return database.queryLasting(
        "reading the oldest change",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, kind, code, event_id, session_id, reason, changed_at
                    FROM changes
                    ORDER BY seq
                    LIMIT 1
                    """)
                .map((row, context) -> JdbcChangeLog.entry(handle, row))
                .findOne());
  }

  @Override
  public Optional<Entry> find(long seq) {
    return database.queryLasting(
        "reading a change",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, kind, code, event_id, session_id, reason, changed_at
                    FROM changes
                    WHERE seq = :seq
                    """)
                .bind("seq", seq)
                .map((row, context) -> JdbcChangeLog.entry(handle, row))
                .findOne());
  }

  @Override
  public List<Entry> after(long seq, int limit) {
    return database.queryLasting(
        "reading changes by number",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, kind, code, event_id, session_id, reason, changed_at
                    FROM changes
                    WHERE seq > :seq
                    ORDER BY seq
                    LIMIT :limit
                    """)
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, context) -> JdbcChangeLog.entry(handle, row))
                .list());
  }

  @Override
  public List<Entry> since(Instant since, int limit) {
    return database.queryLasting(
        "reading changes by time",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, kind, code, event_id, session_id, reason, changed_at
                    FROM changes
                    WHERE changed_at > :since
                    ORDER BY seq
                    LIMIT :limit
                    """)
                .bind("since", since)
                .bind("limit", limit)
                .map((row, context) -> JdbcChangeLog.entry(handle, row))
                .list());
  }

  @Override
  public List<Entry> inForce(Instant since, Instant until) {
    return database.queryLasting(
        "reading what has long been refused",
        handle -> {
          List<Entry> entries = new ArrayList<>(revokedCodes(handle, since, until));
          entries.addAll(inactiveEvents(handle, since, until));
          return entries;
        });
  }

  @Override
  public List<String> codesOf(String eventId) {
    return database.queryLasting(
        "reading an event's codes",
        handle ->
            handle
                .createQuery("SELECT code FROM tickets WHERE event_id = :eventId ORDER BY code")
                .bind("eventId", eventId)
                .mapTo(String.class)
                .list());
  }

  @Override
  public void forgetBefore(Instant limit) {
    database.update(
        "forgetting old changes",
        handle -> {
          forgetChanges(handle, limit);
          forgetTombstones(handle, limit);
          forgetConfirmations(handle, limit);
        });
  }

  private static List<Entry> revokedCodes(Handle handle, Instant since, Instant until) {
    return subjects(
        handle,
        """
        SELECT code AS subject, revoked_at AS since FROM tickets
        WHERE is_revoked = TRUE AND revoked_at > :since AND revoked_at < :until
        ORDER BY revoked_at, code
        """,
        List.of(since, until),
        Revoked::new);
  }

  private static List<Entry> inactiveEvents(Handle handle, Instant since, Instant until) {
    return subjects(
        handle,
        """
        SELECT id AS subject, deactivated_at AS since FROM events
        WHERE is_active = FALSE AND deactivated_at > :since AND deactivated_at < :until
        ORDER BY deactivated_at, id
        """,
        List.of(since, until),
        EventDeactivated::new);
  }

  private static List<Entry> subjects(
      Handle handle, String sql, List<Instant> span, Function<String, Change> change) {
    return handle
        .createQuery(sql)
        .bind("since", span.getFirst())
        .bind("until", span.getLast())
        .map((row, context) ->
            new Entry(0, change.apply(row.getString("subject")), JdbcChangeLog.time(row, "since")))
        .list();
  }

  /// Only from the front: a clock that went wrong for a while must leave no gap.
  private static void forgetChanges(Handle handle, Instant limit) {
    handle
        .createUpdate(
            """
            DELETE FROM changes
            WHERE seq < (
                SELECT COALESCE(MIN(kept.seq), :all) FROM changes kept
                WHERE kept.changed_at >= :limit)
            """)
        .bind("limit", limit)
        .bind("all", Long.MAX_VALUE)
        .execute();
  }

  private static void forgetTombstones(Handle handle, Instant limit) {
    handle
        .createUpdate(
            """
            DELETE FROM tombstones
            WHERE revoked_at < :limit
                AND NOT EXISTS (
                    SELECT 1 FROM changes
                    WHERE changes.kind = 'EVENT_DELETED'
                        AND changes.event_id = tombstones.event_id)
            """)
        .bind("limit", limit)
        .execute();
  }

  private static void forgetConfirmations(Handle handle, Instant limit) {
    handle
        .createUpdate("DELETE FROM edge_confirmations WHERE confirmed_at < :limit")
        .bind("limit", limit)
        .execute();
  }
}
