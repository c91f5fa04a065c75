package dev.streamgate.console.api;

import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.sessions.TicketSessions;
import dev.streamgate.model.tickets.LookupResponse;
import java.util.List;

/// Who is watching, what a code is worth, and the freeing of seats.
public interface SessionsApi {
  /// All live sessions of all events, event by event.
  Answer<List<LiveSessionView>> all();

  Answer<TicketSessions> ofTicket(String ticketId);

  /// What the door is told about a code as it was typed.
  Answer<LookupResponse> lookup(String code);

  /// Ends one session; playback there stops.
  Answer<Done> release(String sessionId);
}
