package dev.streamgate.server.tickets.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.tickets.Ticket;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Translates between tickets and the columns of their table.
final class TicketRows {
  private TicketRows() {}

  static Ticket ticket(RowView row) {
    return new Ticket(
        row.getColumn("id", String.class),
        new TicketCode(row.getColumn("code", String.class)),
        row.getColumn("code_style", CodeStyle.class),
        new EventId(row.getColumn("event_id", String.class)),
        row.getColumn("label", String.class),
        row.getColumn("revoked_at", Instant.class),
        row.getColumn("redeemed_at", Instant.class),
        row.getColumn("redeemed_ip", String.class),
        row.getColumn("expires_at", Instant.class),
        row.getColumn("max_sessions", Integer.class),
        row.getColumn("takeovers_used", Integer.class),
        row.getColumn("access_level", AccessLevel.class),
        row.getColumn("item", String.class),
        row.getColumn("max_height", Integer.class),
        row.getColumn("created_at", Instant.class));
  }

  /// Adds one ticket to a batch of insertions. Positions are stored as negative numbers, so that
  /// lists can be read backwards in the order of an index.
  static void add(PreparedBatch batch, Ticket ticket, int position) {
    batch
        .bind("id", ticket.id())
        .bind("code", ticket.code().value())
        .bind("canonicalCode", ticket.code().canonical())
        .bind("codeStyle", ticket.style().name())
        .bind("eventId", ticket.eventId().value())
        .bind("label", ticket.label())
        .bind("isRevoked", ticket.isRevoked())
        .bindByType("revokedAt", ticket.revokedAt(), Instant.class)
        .bindByType("redeemedAt", ticket.redeemedAt(), Instant.class)
        .bind("redeemedIp", ticket.redeemedIp())
        .bind("expiresAt", ticket.expiresAt())
        .bind("maxSessions", ticket.maxSessions())
        .bind("takeoversUsed", ticket.takeoversUsed())
        .bind("accessLevel", ticket.accessLevel().name())
        .bind("item", ticket.item())
        .bind("maxHeight", ticket.maxHeight())
        .bind("createdAt", ticket.createdAt())
        .bind("batchPosition", -position)
        .add();
  }
}
