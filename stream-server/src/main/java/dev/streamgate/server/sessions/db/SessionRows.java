package dev.streamgate.server.sessions.db;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.SessionKind;
import dev.streamgate.server.sessions.Watching;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/// Translates between sessions and the columns of their table.
final class SessionRows {
  /// What a query must select; `s` is the session, `t` its ticket.
  static final String COLUMNS =
      """
      s.session_id, s.ticket_id, t.event_id, s.slot, s.kind, s.last_heartbeat, s.client_ip,
          s.user_agent, s.device_name, s.device_key_hash, s.expires_at, s.created_at
      """;

  private SessionRows() {}

  static Session session(RowView row) {
    return new Session(
        row.getColumn("session_id", String.class),
        row.getColumn("ticket_id", String.class),
        row.getColumn("event_id", String.class),
        row.getColumn("slot", Integer.class),
        row.getColumn("kind", SessionKind.class),
        device(row),
        row.getColumn("created_at", Instant.class),
        row.getColumn("last_heartbeat", Instant.class),
        row.getColumn("expires_at", Instant.class));
  }

  static Watching watching(RowView row) {
    return new Watching(
        session(row),
        row.getColumn("event_title", String.class),
        new TicketCode(row.getColumn("code", String.class)),
        row.getColumn("label", String.class),
        row.getColumn("redeemed_at", Instant.class));
  }

  /// The row's own key follows from the session's id, which is unique itself.
  static Update bind(Update insert, Session session) {
    byte[] id = session.id().getBytes(StandardCharsets.UTF_8);
    return insert
        .bind("id", UUID.nameUUIDFromBytes(id).toString())
        .bind("ticketId", session.ticketId())
        .bind("sessionId", session.id())
        .bind("slot", session.slot())
        .bind("kind", session.kind().name())
        .bind("lastHeartbeat", session.lastHeartbeat())
        .bind("clientIp", session.device().address())
        .bind("userAgent", session.device().userAgent())
        .bind("deviceName", session.device().name())
        .bind("deviceKeyHash", session.device().keyHash())
        .bindByType("expiresAt", session.expiresAt(), Instant.class)
        .bind("createdAt", session.createdAt());
  }

  private static Device device(RowView row) {
    return new Device(
        row.getColumn("client_ip", String.class),
        row.getColumn("user_agent", String.class),
        row.getColumn("device_name", String.class),
        row.getColumn("device_key_hash", String.class));
  }
}
