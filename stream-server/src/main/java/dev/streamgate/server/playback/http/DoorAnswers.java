package dev.streamgate.server.playback.http;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.LookupResponse;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.server.events.EventItemStore;
import dev.streamgate.server.events.EventTickets;
import dev.streamgate.server.events.http.EventAnswers;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.playback.DoorLookup.Finding;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.sessions.http.SessionViews;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketListing;
import dev.streamgate.server.tickets.TicketListing.Line;
import dev.streamgate.server.tickets.http.TicketAnswers;
import java.util.List;
import java.util.Optional;

/// Shows the door what became of a lookup (API §4.4). Door accounts are shown no addresses.
public final class DoorAnswers {
  private final TicketListing tickets;
  private final EventTickets eventTickets;
  private final EventItemStore items;

  public DoorAnswers(TicketListing tickets, EventTickets eventTickets, EventItemStore items) {
    this.tickets = tickets;
    this.eventTickets = eventTickets;
    this.items = items;
  }

  LookupResponse answer(Finding finding, StaffCaller caller) {
    return finding
        .entitlement()
        .map(entitlement -> known(finding, entitlement, caller))
        .orElseGet(() -> new LookupResponse(finding.verdict(), null, null, List.of()));
  }

  private LookupResponse known(Finding finding, Entitlement entitlement, StaffCaller caller) {
    Optional<TokenResponse> ticket =
        tickets
            .find(entitlement.ticket().id(), entitlement.at())
            .map(line -> caller.role() == StaffRole.DOOR ? withoutAddress(line) : line)
            .map(line -> TicketAnswers.ticket(line, entitlement.at()));
    return new LookupResponse(
        finding.verdict(),
        ticket.orElse(null),
        EventAnswers.event(entitlement.event(), eventTickets.count(entitlement.event().id()))
            .withItems(EventAnswers.items(items.of(entitlement.event().id()))),
        SessionViews.of(finding.sessions(), caller));
  }

  private static Line withoutAddress(Line line) {
    Ticket ticket = line.ticket();
    Ticket anonymous =
        new Ticket(
            ticket.id(),
            ticket.code(),
            ticket.style(),
            ticket.eventId(),
            ticket.label(),
            ticket.revokedAt(),
            ticket.redeemedAt(),
            null,
            ticket.expiresAt(),
            ticket.maxSessions(),
            ticket.takeoversUsed(),
            ticket.accessLevel(),
            ticket.item(),
            ticket.maxHeight(),
            ticket.createdAt());
    return new Line(anonymous, line.eventTitle(), line.activeSessions(), line.progress());
  }
}
