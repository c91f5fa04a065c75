package dev.streamgate.console.api;

import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.sessions.TicketSessions;
import dev.streamgate.model.tickets.LookupResponse;
import java.util.List;
import java.util.Map;

/// Live sessions over HTTP (API §4.4).
public final class HttpSessionsApi implements SessionsApi {
  private static final String SESSIONS = "/api/admin/sessions";

  private final HttpServerCalls calls;

  public HttpSessionsApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<List<LiveSessionView>> all() {
    return calls.get(SESSIONS, HttpServerCalls.Reader.list(LiveSessionView.class));
  }

  @Override
  public Answer<TicketSessions> ofTicket(String ticketId) {
    return calls.get(
        "/api/admin/tokens/" + Query.encoded(ticketId) + "/sessions",
        HttpServerCalls.Reader.data(TicketSessions.class));
  }

  @Override
  public Answer<LookupResponse> lookup(String code) {
    return calls.post(
        "/api/admin/tokens/lookup",
        Map.of("code", code),
        HttpServerCalls.Reader.data(LookupResponse.class));
  }

  @Override
  public Answer<Done> release(String sessionId) {
    return calls.delete(SESSIONS + "/" + Query.encoded(sessionId));
  }
}
