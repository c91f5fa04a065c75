package dev.streamgate.server.audit.db;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.server.audit.AuditFilter;
import dev.streamgate.server.audit.AuditLog;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Reads the audit trail in the database. Thread-safe.
public final class JdbcAuditLog implements AuditLog {
  private final Database database;

  public JdbcAuditLog(Database database) {
    this.database = database;
  }

  /// The rows are chosen first, so that titles and labels are looked up for one page only.
  @Override
  public List<AuditLogEntry> page(AuditFilter filter, PageRequest page) {
    return database.query(
        "reading the audit trail",
        handle ->
            AuditConditions.of(filter)
                .query(
                    handle,
                    """
                    SELECT chosen.*, events.title AS event_title, tickets.label AS ticket_label
                    FROM (
                        SELECT * FROM audit_log
                        WHERE <conditions>
                        ORDER BY <order>
                        LIMIT :limit OFFSET :offset
                    ) chosen
                    LEFT JOIN events ON events.id = chosen.event_id
                    LEFT JOIN tickets ON tickets.id = chosen.ticket_id
                    ORDER BY chosen.recorded_at DESC, chosen.id DESC
                    """)
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map(JdbcAuditLog::entry)
                .list());
  }

  @Override
  public long count(AuditFilter filter, long most) {
    return database.query(
        "counting the audit trail",
        handle ->
            AuditConditions.of(filter)
                .query(
                    handle,
                    """
                    SELECT COUNT(*) FROM (
                        SELECT id FROM audit_log
                        WHERE <conditions>
                        ORDER BY <order>
                        LIMIT :most
                    ) counted
                    """)
                .bind("most", most)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public int deleteOlderThan(Instant instant, int most) {
    return database.inTransaction(() -> {
      List<Long> old = olderThan(instant, most);
      delete(old);
      return old.size();
    });
  }

  private List<Long> olderThan(Instant instant, int most) {
    return database.query(
        "finding old rows of the audit trail",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM audit_log
                    WHERE recorded_at < :instant
                    ORDER BY recorded_at, id
                    LIMIT :most
                    """)
                .bind("instant", instant)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
  }

  private void delete(List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    database.update(
        "deleting old rows of the audit trail",
        handle -> {
          PreparedBatch batch = handle.prepareBatch("DELETE FROM audit_log WHERE id = :id");
          ids.forEach(id -> batch.bind("id", id).add());
          batch.execute();
        });
  }

  private static AuditLogEntry entry(RowView row) {
    return new AuditLogEntry(
        row.getColumn("id", Long.class),
        row.getColumn("recorded_at", Instant.class),
        row.getColumn("action", String.class),
        row.getColumn("actor", String.class),
        row.getColumn("ip", String.class),
        row.getColumn("event_id", String.class),
        row.getColumn("event_title", String.class),
        row.getColumn("ticket_id", String.class),
        row.getColumn("ticket_label", String.class),
        row.getColumn("session_id", String.class),
        row.getColumn("reason", String.class),
        row.getColumn("user_agent", String.class),
        row.getColumn("detail", String.class));
  }
}
