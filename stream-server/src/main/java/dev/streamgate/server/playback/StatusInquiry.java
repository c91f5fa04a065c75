package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.guard.Guess;
import dev.streamgate.server.playback.StatusAnswer.Found;
import dev.streamgate.server.playback.StatusAnswer.TooManyAttempts;
import dev.streamgate.server.playback.StatusAnswer.UnknownCode;
import dev.streamgate.server.playback.StatusAnswer.UnknownEvent;
import dev.streamgate.server.playback.TokenHolder.Known;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.tickets.Ticket;
import java.util.Optional;
import java.util.function.Predicate;

/// Tells waiting viewers how it stands with their event. Wrong codes count as guesses; right ones
/// cost nothing.
public final class StatusInquiry {
  private final EventStore events;
  private final EventStatuses statuses;
  private final TokenDesk tokens;
  private final CodeDesk codes;

  public StatusInquiry(
      EventStore events, EventStatuses statuses, TokenDesk tokens, CodeDesk codes) {
    this.events = events;
    this.statuses = statuses;
    this.tokens = tokens;
    this.codes = codes;
  }

  /// How it stands with an event.
  ///
  /// @param eventId the event as it was named, which need not be one
  /// @param token opens the status by itself if it is for this event
  /// @param code opens it otherwise
  public StatusAnswer ask(
      String eventId,
      Optional<String> token,
      Optional<String> code,
      Device device,
      Requester requester) {
    Optional<Event> event =
        Optional.of(eventId).filter(EventId::isValid).map(EventId::new).flatMap(events::find);
    if (isOpenedBy(token, eventId)) {
      return found(event);
    }
    if (code.isEmpty()) {
      return new UnknownCode();
    }
    Predicate<Ticket> fits = ticket -> event.isEmpty() || ticket.eventId().equals(event.get().id());
    return switch (codes.look(code.get(), fits, device, requester)) {
      case Guess.Known<Ticket> known -> found(event);
      case Guess.Unknown<Ticket> unknown -> new UnknownCode();
      case Guess.Locked<Ticket>(var wait) -> new TooManyAttempts(wait);
    };
  }

  private boolean isOpenedBy(Optional<String> token, String eventId) {
    return token.isPresent()
        && tokens.identifyActive(token) instanceof Known(Ticket ticket, String sessionId)
        && ticket.eventId().value().equals(eventId);
  }

  private StatusAnswer found(Optional<Event> event) {
    return event
        .<StatusAnswer>map(known -> new Found(known, statuses.current(known)))
        .orElseGet(UnknownEvent::new);
  }
}
