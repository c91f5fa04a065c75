package dev.streamgate.console.api;

import dev.streamgate.model.tickets.TokenStatus;
import java.util.Optional;

/// Which page of which tickets to list; `search` is part of a code or label, blank for all.
public record TicketQuery(
    Optional<String> eventId, Optional<TokenStatus> status, String search, int page) {
  public static final int PAGE_SIZE = 50;

  public TicketQuery {
    if (page < 1) {
      throw new IllegalArgumentException("page " + page);
    }
  }
}
