package dev.streamgate.server.content;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.TokenResult.Obstacle;
import dev.streamgate.server.content.TokenResult.Obstacle.Denied;
import dev.streamgate.server.content.TokenResult.Obstacle.TooManyAttempts;
import dev.streamgate.server.content.TokenResult.Obstacle.UnknownContent;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.guard.Guess;
import dev.streamgate.server.playback.AccessDecision;
import dev.streamgate.server.playback.AccessRules;
import dev.streamgate.server.playback.CodeDesk;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.playback.Entitlements;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.util.Optional;

/// Finds out whether somebody may watch what was named. Refusals are written down.
public final class Admittance {
  private final Catalogue catalogue;
  private final CodeDesk codes;
  private final TicketStore tickets;
  private final Entitlements entitlements;
  private final ContentJournal journal;

  public Admittance(
      Catalogue catalogue,
      CodeDesk codes,
      TicketStore tickets,
      Entitlements entitlements,
      ContentJournal journal) {
    this.catalogue = catalogue;
    this.codes = codes;
    this.tickets = tickets;
    this.entitlements = entitlements;
    this.journal = journal;
  }

  /// Whether somebody is let in.
  sealed interface Finding {
    /// Yes.
    ///
    /// @param byOverride whether only because it is a ticket for staff
    record Admitted(Entitlement entitlement, boolean byOverride) implements Finding {}

    /// No.
    record Barred(Obstacle obstacle) implements Finding {}
  }

  /// An event, and the item of it that is wanted, if it is not all of it.
  record Place(Event event, Optional<String> item) {}

  /// What a content id names.
  Optional<Place> place(String content) {
    return ContentId.parse(content)
        .flatMap(id -> catalogue.find(id).map(event -> new Place(event, id.item())));
  }

  /// Whoever shows a code.
  Finding byCode(String content, String code, Device device, Requester requester) {
    return place(content)
        .map(place -> byCode(place, code, device, requester))
        .orElseGet(Admittance::unknownContent);
  }

  /// Whoever a partner names by a ticket's id.
  Finding byViewer(String content, String viewerId, Requester requester) {
    return place(content)
        .map(place -> byViewer(place, viewerId, requester))
        .orElseGet(Admittance::unknownContent);
  }

  /// The same without a trace.
  Finding judge(Ticket ticket, Place place) {
    Optional<Entitlement> wanted =
        Optional.of(ticket)
            .filter(it -> it.eventId().equals(place.event().id()))
            .flatMap(entitlements::of)
            .flatMap(it -> it.narrowedTo(place.item()));
    if (wanted.isEmpty()) {
      return barred(new Denial.NotEntitled());
    }
    return switch (AccessRules.decide(wanted.get())) {
      case AccessDecision.Allowed(boolean byOverride) ->
          new Finding.Admitted(wanted.get(), byOverride);
      case AccessDecision.Refused(var refusal) -> barred(new Denial.TicketRefused(refusal));
    };
  }

  private Finding byCode(Place place, String code, Device device, Requester requester) {
    Guess<Ticket> guess =
        codes.redeem(
            code, ticket -> ticket.eventId().equals(place.event().id()), device, requester);
    return switch (guess) {
      case Guess.Known<Ticket>(Ticket ticket) -> noted(ticket, judge(ticket, place), requester);
      case Guess.Unknown<Ticket>() -> {
        journal.codeUnknown(place.event(), CodeDesk.whyUnknown(code), requester);
        yield barred(new Denial.UnknownCode());
      }
      case Guess.Locked<Ticket>(var wait) -> new Finding.Barred(new TooManyAttempts(wait));
    };
  }

  private Finding byViewer(Place place, String viewerId, Requester requester) {
    Optional<Ticket> ticket = tickets.findById(viewerId);
    if (ticket.isPresent()) {
      return noted(ticket.get(), judge(ticket.get(), place), requester);
    }
    Denial denial = new Denial.NotEntitled();
    journal.denied(place.event(), denial, requester);
    return barred(denial);
  }

  private Finding noted(Ticket ticket, Finding finding, Requester requester) {
    if (finding instanceof Finding.Barred(Denied(Denial denial))) {
      journal.denied(ticket, denial.reason(), requester);
    }
    return finding;
  }

  private static Finding unknownContent() {
    return new Finding.Barred(new UnknownContent());
  }

  private static Finding barred(Denial denial) {
    return new Finding.Barred(new Denied(denial));
  }
}
