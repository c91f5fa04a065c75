package dev.streamgate.server.changes.db;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Change.SessionEnded;
import dev.streamgate.server.changes.ChangeLog;
import dev.streamgate.server.foundation.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The change log in the database. The one-row counter serialises writers until they commit, which
/// is what makes numbers visible in their order.
public final class JdbcChangeLog implements ChangeLog {
  private final Database database;

  public JdbcChangeLog(Database database) {
    this.database = database;
  }

  @Override
  public long append(Change change, Instant at) {
    return database.query(
        "writing the change log",
        handle -> {
          long seq = nextSeq(handle);
          insert(handle, seq, ChangeRow.of(change), at);
          if (change instanceof EventDeleted deleted) {
            bury(handle, deleted, at);
          }
          return seq;
        });
  }

  @Override
  public long head() {
    return database.queryLasting("reading the change log's head", JdbcChangeLog::lastSeq);
  }

  @Override
  public List<Entry> after(long seq) {
    return database.queryLasting(
        "reading the change log",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, kind, code, event_id, session_id, reason, changed_at
                    FROM changes
                    WHERE seq > :seq
                    ORDER BY seq
                    """)
                .bind("seq", seq)
                .map((row, context) -> entry(handle, row))
                .list());
  }

  @Override
  public List<Entry> inForce(Instant since) {
    return database.query(
        "reading what is refused",
        handle -> {
          List<Entry> entries = new ArrayList<>(recent(handle, since));
          entries.addAll(revokedCodes(handle));
          entries.addAll(inactiveEvents(handle));
          return entries;
        });
  }

  @Override
  public Optional<SessionEndReason> endOf(String sessionId) {
    return database.query(
        "reading the end of a session",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT reason FROM changes
                    WHERE session_id = :sessionId AND kind = 'SESSION_ENDED'
                    ORDER BY seq DESC
                    """)
                .bind("sessionId", sessionId)
                .mapTo(SessionEndReason.class)
                .findFirst());
  }

  private static long nextSeq(Handle handle) {
    handle.execute("UPDATE change_counter SET last_seq = last_seq + 1 WHERE id = 1");
    return lastSeq(handle);
  }

  /// The number of the newest change; 0 for an empty log.
  static long lastSeq(Handle handle) {
    return handle
        .createQuery("SELECT last_seq FROM change_counter WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  private static void insert(Handle handle, long seq, ChangeRow row, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO changes (seq, kind, code, event_id, session_id, reason, changed_at)
            VALUES (:seq, :kind, :code, :eventId, :sessionId, :reason, :at)
            """)
        .bind("seq", seq)
        .bind("kind", row.kind().name())
        .bind("code", row.code())
        .bind("eventId", row.eventId())
        .bind("sessionId", row.sessionId())
        .bind("reason", row.reason())
        .bind("at", at)
        .execute();
  }

  private static void bury(Handle handle, EventDeleted deleted, Instant at) {
    if (deleted.codes().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO tombstones (code, event_id, revoked_at) VALUES (:code, :eventId, :at)
            """);
    deleted
        .codes()
        .forEach(code ->
            batch.bind("code", code).bind("eventId", deleted.eventId()).bind("at", at).add());
    batch.execute();
  }

  private static List<Entry> revokedCodes(Handle handle) {
    return handle
        .createQuery("SELECT code, revoked_at FROM tickets WHERE is_revoked = TRUE")
        .map((row, context) ->
            new Entry(0, new Revoked(row.getString("code")), time(row, "revoked_at")))
        .list();
  }

  private static List<Entry> inactiveEvents(Handle handle) {
    return handle
        .createQuery("SELECT id, deactivated_at FROM events WHERE is_active = FALSE")
        .map((row, context) ->
            new Entry(0, new EventDeactivated(row.getString("id")), time(row, "deactivated_at")))
        .list();
  }

  /// An event may have been made again under the id of one that was deleted. What the tables say of
  /// an event comes after what was once said of it.
  private static List<Entry> recent(Handle handle, Instant since) {
    return handle
        .createQuery(
            """
            SELECT 0 AS seq, kind, code, event_id, session_id, reason, changed_at
            FROM changes
            WHERE changed_at >= :since AND kind IN ('EVENT_DELETED', 'EVENT_REACTIVATED', 'SESSION_ENDED')
            ORDER BY changes.seq
            """)
        .bind("since", since)
        .map((row, context) -> entry(handle, row))
        .list();
  }

  /// Reads a change from a row with all columns of the log.
  static Entry entry(Handle handle, ResultSet row) throws SQLException {
    ChangeRow columns =
        new ChangeRow(
            ChangeKind.valueOf(row.getString("kind")),
            row.getString("code"),
            row.getString("event_id"),
            row.getString("session_id"),
            row.getString("reason"));
    return new Entry(row.getLong("seq"), change(handle, columns), time(row, "changed_at"));
  }

  private static Change change(Handle handle, ChangeRow row) {
    return switch (row.kind()) {
      case REVOKED -> new Revoked(needed(row.code()));
      case REINSTATED -> new Reinstated(needed(row.code()));
      case EVENT_DEACTIVATED -> new EventDeactivated(needed(row.eventId()));
      case EVENT_REACTIVATED -> new EventReactivated(needed(row.eventId()));
      case EVENT_DELETED -> {
        String eventId = needed(row.eventId());
        yield new EventDeleted(eventId, buriedCodes(handle, eventId));
      }
      case SESSION_ENDED ->
          new SessionEnded(needed(row.sessionId()), SessionEndReason.valueOf(needed(row.reason())));
    };
  }

  /// Without codes that were issued again since; those speak for themselves.
  private static List<String> buriedCodes(Handle handle, String eventId) {
    return handle
        .createQuery(
            """
            SELECT code FROM tombstones
            WHERE event_id = :eventId
                AND NOT EXISTS (SELECT 1 FROM tickets WHERE tickets.code = tombstones.code)
            ORDER BY code
            """)
        .bind("eventId", eventId)
        .mapTo(String.class)
        .list();
  }

  private static String needed(@Nullable String column) {
    if (column == null) {
      throw new IllegalStateException("a change without its subject");
    }
    return column;
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
