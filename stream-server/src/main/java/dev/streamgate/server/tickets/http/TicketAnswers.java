package dev.streamgate.server.tickets.http;

import dev.streamgate.model.changes.ChangeReceipt;
import dev.streamgate.model.tickets.BulkRevokeResponse;
import dev.streamgate.model.tickets.GeneratedToken;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenResponse.EventTitle;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketListing.Line;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Shows tickets as the API does (API §4.4).
public final class TicketAnswers {
  private TicketAnswers() {}

  static GeneratedToken generated(Ticket ticket) {
    return new GeneratedToken(
        ticket.id(),
        ticket.code().value(),
        ticket.code().display(),
        ticket.expiresAt(),
        ticket.label());
  }

  /// A ticket with the change to wait for until every server acts accordingly.
  static TokenResponse settled(TokenResponse ticket, OptionalLong seq) {
    return seq.isPresent() ? ticket.withChange(new ChangeReceipt(seq.getAsLong())) : ticket;
  }

  static BulkRevokeResponse revoked(int count, OptionalLong seq) {
    return new BulkRevokeResponse(count, receipt(seq));
  }

  private static @Nullable ChangeReceipt receipt(OptionalLong seq) {
    return seq.isPresent() ? new ChangeReceipt(seq.getAsLong()) : null;
  }

  /// A ticket as a list shows it.
  public static TokenResponse ticket(Line line, Instant now) {
    Ticket ticket = line.ticket();
    return new TokenResponse(
        ticket.id(),
        ticket.code().value(),
        ticket.code().display(),
        ticket.style(),
        ticket.eventId().value(),
        ticket.label(),
        ticket.isRevoked(),
        ticket.revokedAt(),
        ticket.redeemedAt(),
        ticket.redeemedIp(),
        ticket.expiresAt(),
        ticket.createdAt(),
        ticket.statusAt(now),
        ticket.maxSessions(),
        ticket.takeoversUsed(),
        ticket.accessLevel(),
        ticket.item(),
        ticket.maxHeight(),
        line.activeSessions(),
        line.progress(),
        new EventTitle(line.eventTitle()),
        null);
  }
}
