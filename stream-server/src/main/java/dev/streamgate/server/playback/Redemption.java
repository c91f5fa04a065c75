package dev.streamgate.server.playback;

import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.guard.Guess;
import dev.streamgate.server.playback.AccessDecision.Allowed;
import dev.streamgate.server.playback.AccessDecision.Refused;
import dev.streamgate.server.playback.RedemptionResult.Denied;
import dev.streamgate.server.playback.RedemptionResult.Granted;
import dev.streamgate.server.playback.RedemptionResult.InUse;
import dev.streamgate.server.playback.RedemptionResult.TooManyAttempts;
import dev.streamgate.server.playback.RedemptionResult.UnknownCode;
import dev.streamgate.server.sessions.SeatRequest;
import dev.streamgate.server.sessions.Seating;
import dev.streamgate.server.sessions.Seats;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.util.function.Predicate;

/// Turns a code into a seat and a playback token (Spec, rules §3.1). A refusal leaves neither.
public final class Redemption {
  private final CodeDesk codes;
  private final Entitlements entitlements;
  private final Seats seats;
  private final TicketStore tickets;
  private final PlaybackPasses passes;
  private final Journal journal;

  public Redemption(
      CodeDesk codes,
      Entitlements entitlements,
      Seats seats,
      TicketStore tickets,
      PlaybackPasses passes,
      Journal journal) {
    this.codes = codes;
    this.entitlements = entitlements;
    this.seats = seats;
    this.tickets = tickets;
    this.passes = passes;
    this.journal = journal;
  }

  public RedemptionResult redeem(RedeemRequest request, Requester requester) {
    Predicate<Ticket> fits =
        ticket -> request.eventId().map(ticket.eventId().value()::equals).orElse(true);
    return switch (codes.redeem(request.typed(), fits, request.device(), requester)) {
      case Guess.Known<Ticket>(Ticket ticket) ->
          entitlements
              .of(ticket)
              .map(entitlement -> admit(entitlement, request, requester))
              .orElseGet(UnknownCode::new);
      case Guess.Unknown<Ticket>() -> unknown(request, requester);
      case Guess.Locked<Ticket>(var wait) -> new TooManyAttempts(wait);
    };
  }

  private RedemptionResult unknown(RedeemRequest request, Requester requester) {
    journal.codeUnknown(CodeDesk.whyUnknown(request.typed()), requester);
    return new UnknownCode();
  }

  private RedemptionResult admit(
      Entitlement entitlement, RedeemRequest request, Requester requester) {
    return switch (AccessRules.decide(entitlement)) {
      case Allowed allowed -> seat(entitlement, allowed, request, requester);
      case Refused(AccessRefusal refusal) -> {
        journal.codeRefused(entitlement.ticket(), refusal.reason(), requester);
        yield new Denied(refusal);
      }
    };
  }

  private RedemptionResult seat(
      Entitlement entitlement, Allowed allowed, RedeemRequest request, Requester requester) {
    Ticket ticket = entitlement.ticket();
    Seating seating =
        seats.take(
            seatRequest(entitlement, request),
            requester,
            session -> noteUse(ticket, allowed, session, requester));
    return switch (seating) {
      case Seating.Seated(Session session) -> {
        journal.admitted();
        yield new Granted(
            entitlement, session, passes.issue(entitlement, session.id(), request.mediaOrigin()));
      }
      case Seating.InUse(boolean takeoverAvailable) -> {
        journal.codeRefused(ticket, "in_use", requester);
        yield new InUse(takeoverAvailable);
      }
      case Seating.TicketGone() -> new UnknownCode();
    };
  }

  private void noteUse(Ticket ticket, Allowed allowed, Session session, Requester requester) {
    tickets.markRedeemed(ticket.id(), session.createdAt(), session.device().address());
    if (allowed.byOverride()) {
      journal.overridden(ticket, session.id(), requester);
    }
    journal.codeAccepted(ticket, session.id(), requester);
  }

  private static SeatRequest seatRequest(Entitlement entitlement, RedeemRequest request) {
    Ticket ticket = entitlement.ticket();
    return new SeatRequest(
        ticket.id(),
        ticket.eventId().value(),
        ticket.maxSessions(),
        maxTakeovers(entitlement.event()),
        request.takeover(),
        request.device());
  }

  private static int maxTakeovers(Event event) {
    return switch (event.takeover()) {
      case TakeoverRule.NEVER -> 0;
      case TakeoverRule.COUNTED -> event.maxTakeovers();
    };
  }
}
