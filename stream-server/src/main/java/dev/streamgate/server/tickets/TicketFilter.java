package dev.streamgate.server.tickets;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.Optional;

/// Which tickets a list shows.
///
/// @param search part of the code, or of the label
public record TicketFilter(
    Optional<EventId> event, Optional<TokenStatus> status, Optional<String> search) {
  public static final TicketFilter ALL =
      new TicketFilter(Optional.empty(), Optional.empty(), Optional.empty());

  /// All tickets of one event.
  public static TicketFilter of(EventId event) {
    return new TicketFilter(Optional.of(event), Optional.empty(), Optional.empty());
  }
}
