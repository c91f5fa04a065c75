package dev.streamgate.server.sessions;

import dev.streamgate.model.tickets.TicketCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session together with what staff want to know of its ticket.
public record Watching(
    Session session, TicketCode code, @Nullable String label, @Nullable Instant redeemedAt) {

  Watching with(Session current) {
    return new Watching(current, code, label, redeemedAt);
  }
}
