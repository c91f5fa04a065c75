package dev.streamgate.server.insight.db;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.insight.Happenings;
import java.util.List;
import java.util.Optional;

/// Follows changes of tickets and events in the audit trail. Thread-safe.
public final class JdbcHappenings implements Happenings {
  private final Database database;
  private final List<String> actions;

  /// @param actions which rows are told of
  public JdbcHappenings(Database database, List<AuditAction> actions) {
    this.database = database;
    this.actions = actions.stream().map(Enum::name).toList();
  }

  @Override
  public long newest() {
    return database.query(
        "finding the newest row of the audit trail",
        handle ->
            handle
                .createQuery("SELECT COALESCE(MAX(id), 0) FROM audit_log")
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<Happening> after(long row, int limit) {
    return database.query(
        "reading what changed",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, action, event_id, ticket_id FROM audit_log
                    WHERE id > :row AND action IN (<actions>)
                    ORDER BY id
                    LIMIT :limit
                    """)
                .bind("row", row)
                .bindList("actions", actions)
                .bind("limit", limit)
                .map(found ->
                    new Happening(
                        found.getColumn("id", Long.class),
                        found.getColumn("action", AuditAction.class),
                        Optional.ofNullable(found.getColumn("event_id", String.class)),
                        Optional.ofNullable(found.getColumn("ticket_id", String.class))))
                .list());
  }
}
