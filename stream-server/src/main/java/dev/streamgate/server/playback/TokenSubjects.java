package dev.streamgate.server.playback;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.util.Optional;

/// Finds the tickets that playback tokens were written for.
public final class TokenSubjects {
  private final TicketStore tickets;

  public TokenSubjects(TicketStore tickets) {
    this.tickets = tickets;
  }

  /// The ticket of a token. A code may be issued again for another event, so the token's event must
  /// be the ticket's. A token of the content API for one item gives a ticket for that item.
  public Optional<Ticket> ticketOf(PlaybackTokenClaims claims) {
    return claims
        .viewerIfAny()
        .map(viewerId -> ofHash(claims, viewerId))
        .orElseGet(() -> ofCode(claims))
        .filter(ticket -> ticket.eventId().value().equals(claims.eventId()));
  }

  private Optional<Ticket> ofHash(PlaybackTokenClaims claims, String viewerId) {
    return tickets
        .findById(viewerId)
        .filter(ticket -> ticket.code().hash().equals(claims.subject()))
        .map(ticket -> claims.item() == null ? ticket : ticket.forItem(claims.item()));
  }

  private Optional<Ticket> ofCode(PlaybackTokenClaims claims) {
    return claims
        .subjectIfAny()
        .filter(TicketCode::isValidTokenCode)
        .map(TicketCode::new)
        .flatMap(tickets::findByCode)
        .filter(ticket -> ticket.code().value().equals(claims.subject()));
  }
}
