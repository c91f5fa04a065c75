package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.Done;
import dev.streamgate.console.api.SessionsApi;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.sessions.TicketSessions;
import dev.streamgate.model.tickets.LookupResponse;
import dev.streamgate.model.tickets.LookupVerdict;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.List;

/// The live sessions of the fake server.
record FakeSessions(FakeServer server) implements SessionsApi {
  @Override
  public Answer<List<LiveSessionView>> all() {
    return server.answer("sessions", () -> Answer.of(List.copyOf(server.sessions)));
  }

  @Override
  public Answer<TicketSessions> ofTicket(String ticketId) {
    return server.answer(
        "sessionsOf",
        () -> {
          List<SessionView> of =
              server.sessions.stream()
                  .filter(session -> session.tokenId().equals(ticketId))
                  .map(FakeSessions::view)
                  .toList();
          return Answer.of(new TicketSessions(of.size(), 2, 2 - of.size(), of));
        });
  }

  @Override
  public Answer<LookupResponse> lookup(String code) {
    return server.answer("lookup " + code, () -> Answer.of(found(code)));
  }

  @Override
  public Answer<Done> release(String sessionId) {
    return server.answer(
        "release",
        () ->
            server.sessions.removeIf(session -> session.sessionId().equals(sessionId))
                ? Answer.of(Done.DONE)
                : Answer.failed(new ApiFailure.Refused(404, "Session not found")));
  }

  private LookupResponse found(String code) {
    String canonical = TicketCode.canonicalCode(code);
    return server.tickets.stream()
        .filter(ticket -> ticket.code().equals(canonical))
        .findFirst()
        .map(this::known)
        .orElse(new LookupResponse(LookupVerdict.UNKNOWN, null, null, List.of()));
  }

  private LookupResponse known(TokenResponse ticket) {
    List<SessionView> watching =
        server.sessions.stream()
            .filter(session -> session.tokenId().equals(ticket.id()))
            .map(FakeSessions::view)
            .toList();
    EventResponse event =
        server.events.stream()
            .filter(each -> each.id().equals(ticket.eventId()))
            .findFirst()
            .orElseThrow();
    return new LookupResponse(verdict(ticket, event, watching), ticket, event, watching);
  }

  private static LookupVerdict verdict(
      TokenResponse ticket, EventResponse event, List<SessionView> watching) {
    if (ticket.status() == TokenStatus.REVOKED) {
      return LookupVerdict.REVOKED;
    }
    if (ticket.status() == TokenStatus.EXPIRED) {
      return LookupVerdict.EXPIRED;
    }
    if (!event.isActive()) {
      return LookupVerdict.EVENT_INACTIVE;
    }
    if (isLocked(ticket, event)) {
      return LookupVerdict.LOCKED;
    }
    return watching.isEmpty() ? LookupVerdict.OK : LookupVerdict.IN_USE;
  }

  private static boolean isLocked(TokenResponse ticket, EventResponse event) {
    List<EventItemResponse> items = event.items();
    return items != null
        && items.stream()
            .filter(item -> item.item().equals(ticket.item()))
            .map(EventItemResponse::availableAt)
            .anyMatch(opens -> opens != null && opens.isAfter(Samples.NOW));
  }

  private static SessionView view(LiveSessionView of) {
    return new SessionView(
        of.sessionId(),
        of.kind(),
        of.clientIp(),
        of.userAgent(),
        of.browser(),
        of.os(),
        of.deviceName(),
        of.lastHeartbeat(),
        of.sessionStarted());
  }
}
