package dev.streamgate.console.api;

import dev.streamgate.model.tickets.TokenStatus;
import java.util.Optional;

/// Which page of which tickets to list; `search` is part of a code or label, blank for all.
public record TicketQuery(
    Optional<String> eventId, Optional<TokenStatus> status, String search, int page, int limit) {
  public static final int PAGE_SIZE = 50;

  /// The most the server gives at once.
  public static final int LARGEST_PAGE = 200;

  public TicketQuery(
      Optional<String> eventId, Optional<TokenStatus> status, String search, int page) {
    this(eventId, status, search, page, PAGE_SIZE);
  }

  public TicketQuery {
    if (page < 1) {
      throw new IllegalArgumentException("page " + page);
    }
  }
}
