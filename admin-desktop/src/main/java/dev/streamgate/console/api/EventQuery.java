package dev.streamgate.console.api;

/// Which events to list, and in which order.
public record EventQuery(Status status, Timeframe timeframe, Sort sort, boolean includeArchived) {
  /// Every event that is not archived, newest first.
  public static final EventQuery DEFAULT =
      new EventQuery(Status.ALL, Timeframe.ALL, Sort.START_DATE, false);

  /// Every event there is, for choosing one.
  public static final EventQuery EVERYTHING =
      new EventQuery(Status.ALL, Timeframe.ALL, Sort.START_DATE, true);

  /// Active, deactivated or archived events, or all of them.
  public enum Status {
    ALL,
    ACTIVE,
    INACTIVE,
    ARCHIVED
  }

  /// Events that have not ended, those that have, or both.
  public enum Timeframe {
    ALL,
    UPCOMING,
    PAST
  }

  /// Start (newest first), title (A to Z) or number of tickets (most first).
  public enum Sort {
    START_DATE,
    TITLE,
    TICKET_COUNT
  }
}
