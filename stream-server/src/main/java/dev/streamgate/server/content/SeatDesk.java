package dev.streamgate.server.content;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.Admittance.Finding.Admitted;
import dev.streamgate.server.content.TokenResult.Obstacle;
import dev.streamgate.server.content.TokenResult.Obstacle.Denied;
import dev.streamgate.server.content.TokenResult.Obstacle.Full;
import dev.streamgate.server.content.TokenResult.Obstacle.SessionRefused;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.ContentSeatRequest;
import dev.streamgate.server.sessions.ContentSeating;
import dev.streamgate.server.sessions.ContentSeats;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.SeatRequest;
import dev.streamgate.server.sessions.Seating;
import dev.streamgate.server.sessions.Seats;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.Standing;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Seats those who were admitted: whoever shows a code like any viewer, a partner's player for as
/// long as its token lives (Spec, rules §5 and amendments).
public final class SeatDesk {
  private final Seats seats;
  private final PartnerSeats partners;
  private final Attendance attendance;
  private final TicketStore tickets;
  private final ContentJournal journal;
  private final InstantSource clock;

  public SeatDesk(
      Seats seats,
      PartnerSeats partners,
      Attendance attendance,
      TicketStore tickets,
      ContentJournal journal,
      InstantSource clock) {
    this.seats = seats;
    this.partners = partners;
    this.attendance = attendance;
    this.tickets = tickets;
    this.journal = journal;
    this.clock = clock;
  }

  /// The seats of partners' players.
  ///
  /// @param maxSessions how many a viewer may have
  /// @param ids makes the id of a session that nobody named
  public record PartnerSeats(ContentSeats seats, int maxSessions, Supplier<String> ids) {}

  /// Whether there was a seat.
  sealed interface Seat {
    record Taken(String sessionId) implements Seat {}

    record None(Obstacle obstacle) implements Seat {}
  }

  /// Seats whoever has shown a code, or lets the session go on that was named.
  Seat own(Admitted admitted, Optional<String> sessionId, Device device, Requester requester) {
    Ticket ticket = admitted.entitlement().ticket();
    if (sessionId.isPresent()) {
      if (!isAlive(sessionId.get(), ticket)) {
        return sessionRefused(ticket, requester);
      }
      noteOverride(admitted, sessionId.get(), requester);
      return new Seat.Taken(sessionId.get());
    }
    SeatRequest request =
        new SeatRequest(
            ticket.id(), ticket.eventId().value(), ticket.maxSessions(), 0, false, device);
    Seating seating =
        seats.take(request, requester, session -> noteUse(admitted, session, requester));
    return switch (seating) {
      case Seating.Seated(Session session) -> new Seat.Taken(session.id());
      case Seating.InUse _ -> full(ticket, requester);
      case Seating.TicketGone() -> ticketGone(ticket, requester);
    };
  }

  /// Seats a partner's player until an instant, or keeps the session that was named for at least
  /// that long.
  Seat partner(
      Admitted admitted,
      Optional<String> sessionId,
      Instant until,
      Device device,
      Requester requester) {
    Ticket ticket = admitted.entitlement().ticket();
    ContentSeating seating =
        partners
            .seats()
            .take(
                new ContentSeatRequest(
                    ticket.id(),
                    ticket.eventId().value(),
                    partners.maxSessions(),
                    device,
                    until,
                    sessionId.orElseGet(partners.ids())),
                requester);
    return switch (seating) {
      case ContentSeating.Seated(Session session) -> {
        tickets.markRedeemed(ticket.id(), clock.instant(), device.address());
        noteOverride(admitted, session.id(), requester);
        yield new Seat.Taken(session.id());
      }
      case ContentSeating.Full(int active, int max) -> {
        journal.denied(ticket, "in_use", requester);
        yield new Seat.None(new Full(active, max));
      }
      case ContentSeating.IdUsed() -> sessionRefused(ticket, requester);
      case ContentSeating.TicketGone() -> ticketGone(ticket, requester);
    };
  }

  private boolean isAlive(String sessionId, Ticket ticket) {
    return attendance.standing(sessionId, ticket.id(), ticket.maxSessions())
        instanceof Standing.Alive;
  }

  private Seat sessionRefused(Ticket ticket, Requester requester) {
    journal.denied(ticket, "session_refused", requester);
    return new Seat.None(new SessionRefused());
  }

  /// The ticket was deleted while it was being looked at.
  private Seat ticketGone(Ticket ticket, Requester requester) {
    Denial denial = new Denial.NotEntitled();
    journal.denied(ticket, denial.reason(), requester);
    return new Seat.None(new Denied(denial));
  }

  private Seat full(Ticket ticket, Requester requester) {
    journal.denied(ticket, "in_use", requester);
    return new Seat.None(new Full(attendance.liveOf(ticket.id()).size(), ticket.maxSessions()));
  }

  private void noteUse(Admitted admitted, Session session, Requester requester) {
    Ticket ticket = admitted.entitlement().ticket();
    tickets.markRedeemed(ticket.id(), session.createdAt(), session.device().address());
    noteOverride(admitted, session.id(), requester);
    journal.codeAccepted(ticket, session.id(), requester);
  }

  private void noteOverride(Admitted admitted, String sessionId, Requester requester) {
    if (admitted.byOverride()) {
      journal.overridden(admitted.entitlement().ticket(), sessionId, requester);
    }
  }
}
