package dev.streamgate.server.audit.db;

import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.foundation.Database;
import java.time.InstantSource;

/// The audit trail in the database. Rows are only ever added.
public final class JdbcAuditTrail implements AuditTrail {
  private final Database database;
  private final InstantSource clock;

  public JdbcAuditTrail(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void record(AuditEntry entry) {
    database.update(
        "writing the audit trail",
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO audit_log (recorded_at, ip, action, actor, event_id, ticket_id,
                        session_id, reason, user_agent, detail)
                    VALUES (:recordedAt, :ip, :action, :actor, :eventId, :ticketId,
                        :sessionId, :reason, :userAgent, :detail)
                    """)
                .bind("recordedAt", clock.instant())
                .bind("ip", entry.requester().address())
                .bind("action", entry.action().name())
                .bind("actor", entry.requester().actor())
                .bind("eventId", entry.eventId())
                .bind("ticketId", entry.ticketId())
                .bind("sessionId", entry.sessionId())
                .bind("reason", entry.reason())
                .bind("userAgent", entry.requester().userAgent())
                .bind("detail", entry.detail())
                .execute());
  }
}
