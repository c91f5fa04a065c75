package dev.streamgate.server.sessions;

import dev.streamgate.model.tickets.TicketCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session together with what staff want to know of its event and ticket.
public record Watching(
    Session session,
    String eventTitle,
    TicketCode code,
    @Nullable String label,
    @Nullable Instant redeemedAt) {

  /// The same as the session is now.
  public Watching with(Session current) {
    return new Watching(current, eventTitle, code, label, redeemedAt);
  }
}
