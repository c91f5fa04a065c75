package dev.streamgate.server.playback;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.guard.Decision;
import dev.streamgate.server.guard.Guess;
import dev.streamgate.server.guard.GuessingGuard;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.SessionStore;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where codes are shown. Behind it nobody can try codes faster than the guard allows.
public final class CodeDesk {
  private final TicketStore tickets;
  private final SessionStore sessions;
  private final GuessingGuard guard;

  public CodeDesk(TicketStore tickets, SessionStore sessions, GuessingGuard guard) {
    this.tickets = tickets;
    this.sessions = sessions;
    this.guard = guard;
  }

  /// Like {@link #look}, and counts against the ceiling of all validations as well.
  public Guess<Ticket> redeem(
      String typed, Predicate<Ticket> fits, Device device, Requester requester) {
    return switch (guard.admit(requester)) {
      case Decision.Allowed() -> look(typed, fits, device, requester);
      case Decision.Refused(var wait) -> new Guess.Locked<>(wait);
    };
  }

  /// The ticket of a code as somebody typed it.
  ///
  /// @param fits whether the ticket is one for what is asked; a code of another one is as wrong as
  ///   any
  public Guess<Ticket> look(
      String typed, Predicate<Ticket> fits, Device device, Requester requester) {
    return guard.look(
        requester,
        () -> find(typed).filter(fits),
        () -> findForOwnDevice(typed, device).filter(fits));
  }

  /// The word for the audit trail of a code that is none: whether it could be one.
  public static String whyUnknown(String typed) {
    return TicketCode.read(typed).isEmpty() ? "malformed" : "unknown";
  }

  private Optional<Ticket> find(String typed) {
    return TicketCode.read(typed).flatMap(tickets::findByCode);
  }

  /// Asks for the device first, so that nobody learns from the time it takes whether a code exists.
  private Optional<Ticket> findForOwnDevice(String typed, Device device) {
    Set<String> own =
        Optional.ofNullable(device.keyHash()).map(sessions::ticketsOfDevice).orElse(Set.of());
    return own.isEmpty()
        ? Optional.empty()
        : find(typed).filter(ticket -> own.contains(ticket.id()));
  }
}
