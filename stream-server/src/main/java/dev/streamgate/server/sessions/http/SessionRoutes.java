package dev.streamgate.server.sessions.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.sessions.TicketSessions;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Seats;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Who watches, for staff, and how staff end it (API §4.3, §4.4).
public final class SessionRoutes {
  private static final HeaderName CHANGE_SEQ = HeaderNames.create("X-Change-Seq");

  private final Attendance attendance;
  private final Seats seats;
  private final TicketStore tickets;
  private final EventStore events;
  private final Requesters requesters;

  public SessionRoutes(
      Attendance attendance,
      Seats seats,
      TicketStore tickets,
      EventStore events,
      Requesters requesters) {
    this.attendance = attendance;
    this.seats = seats;
    this.tickets = tickets;
    this.events = events;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes
        .get("/api/admin/sessions", Access.MANAGERS, this::all)
        .get("/api/admin/tokens/{id}/sessions", Access.MANAGERS, this::ofTicket)
        .get("/api/admin/events/{id}/viewers", Access.MANAGERS, this::ofEvent)
        .delete("/api/admin/sessions/{sid}", Access.ANY_STAFF, this::release);
  }

  private void all(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(
        request,
        response,
        attendance.liveEverywhere().stream()
            .sorted(Comparator.comparing(watching -> watching.session().eventId()))
            .map(SessionViews::of)
            .toList());
  }

  private void ofTicket(ServerRequest request, ServerResponse response) {
    Ticket ticket =
        tickets
            .findById(request.path().pathParameters().get("id"))
            .orElseThrow(() -> Problem.notFound("Token not found"));
    StaffCaller caller = request.context().get(StaffCaller.class).orElseThrow();
    List<Session> live = attendance.liveOf(ticket.id());
    JsonHttp.sendData(
        request,
        response,
        new TicketSessions(
            live.size(),
            ticket.maxSessions(),
            Math.max(0, ticket.maxSessions() - live.size()),
            SessionViews.of(live, caller)));
  }

  private void ofEvent(ServerRequest request, ServerResponse response) {
    EventId event =
        Optional.of(request.path().pathParameters().get("id"))
            .filter(EventId::isValid)
            .map(EventId::new)
            .filter(id -> events.find(id).isPresent())
            .orElseThrow(() -> Problem.notFound("Event not found"));
    JsonHttp.sendData(
        request,
        response,
        attendance.liveAt(event.value()).stream().map(SessionViews::of).toList());
  }

  private void release(ServerRequest request, ServerResponse response) {
    String sessionId = request.path().pathParameters().get("sid");
    OptionalLong change = seats.releaseByStaff(sessionId, requesters.staff(request));
    if (change.isEmpty()) {
      throw Problem.notFound("Session not found");
    }
    response.header(CHANGE_SEQ, Long.toString(change.getAsLong()));
    JsonHttp.sendNothing(response);
  }
}
