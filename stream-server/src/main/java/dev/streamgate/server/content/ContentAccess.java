package dev.streamgate.server.content;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.Admittance.Finding;
import dev.streamgate.server.content.Admittance.Place;
import dev.streamgate.server.content.TokenResult.Obstacle.Denied;
import dev.streamgate.server.guard.Guess;
import dev.streamgate.server.playback.CodeDesk;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells whether somebody may watch, and why not, without doing anything about it (API §3).
public final class ContentAccess {
  private final Admittance admittance;
  private final CodeDesk codes;
  private final TicketStore tickets;

  public ContentAccess(Admittance admittance, CodeDesk codes, TicketStore tickets) {
    this.admittance = admittance;
    this.codes = codes;
    this.tickets = tickets;
  }

  /// What somebody may watch.
  public sealed interface Access {
    /// All that was asked for, until an instant.
    record Full(Instant until) implements Access {}

    /// Not that; maybe the preview.
    record Not(Denial denial, boolean previewAvailable) implements Access {}

    /// The address must wait before it may show another code.
    record TooManyAttempts(Duration retryAfter) implements Access {}
  }

  /// Whoever shows a code; a wrong one counts as a guess.
  public Access byCode(String content, String code, Device device, Requester requester) {
    Optional<Place> place = admittance.place(content);
    Guess<Ticket> guess =
        codes.look(
            code,
            ticket -> place.filter(it -> it.event().id().equals(ticket.eventId())).isPresent(),
            device,
            requester);
    return switch (guess) {
      case Guess.Known<Ticket>(Ticket ticket) -> of(place.orElseThrow(), ticket);
      case Guess.Unknown<Ticket>() -> not(place, new Denial.UnknownCode());
      case Guess.Locked<Ticket>(Duration wait) -> new Access.TooManyAttempts(wait);
    };
  }

  /// Whoever a partner names by a ticket's id.
  public Access byViewer(String content, String viewerId) {
    return byTicket(content, tickets.findById(viewerId));
  }

  /// The holder of a ticket; a stranger if there is none.
  public Access byTicket(String content, Optional<Ticket> ticket) {
    Optional<Place> place = admittance.place(content);
    return place.isPresent() && ticket.isPresent()
        ? of(place.get(), ticket.get())
        : not(place, new Denial.NotEntitled());
  }

  /// Whether everybody may see the preview of a content; empty if there is no such content.
  public Optional<Boolean> previewAvailable(String content) {
    return admittance.place(content).map(ContentAccess::hasPreview);
  }

  private Access of(Place place, Ticket ticket) {
    return switch (admittance.judge(ticket, place)) {
      case Finding.Admitted admitted ->
          new Access.Full(admitted.entitlement().ticket().expiresAt());
      case Finding.Barred(Denied(Denial denial)) -> not(Optional.of(place), denial);
      case Finding.Barred _ -> not(Optional.of(place), new Denial.NotEntitled());
    };
  }

  private static Access not(Optional<Place> place, Denial denial) {
    boolean isClosed =
        denial instanceof Denial.NotEntitled
            && place.filter(it -> !it.event().isActive()).isPresent();
    return new Access.Not(
        isClosed ? new Denial.Unavailable() : denial,
        place.filter(ContentAccess::hasPreview).isPresent());
  }

  private static boolean hasPreview(Place place) {
    return place.event().previewEnabled() && place.event().isActive();
  }
}
