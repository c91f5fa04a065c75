package dev.streamgate.server.events.db;

import dev.streamgate.server.events.EventFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The conditions of an event list in SQL, with the values of the parameters they use.
record EventConditions(String sql, Map<String, Object> parameters) {
  static EventConditions of(EventFilter filter, Instant now) {
    List<String> conditions = new ArrayList<>();
    conditions.add(state(filter.state()));
    if (filter.state() != EventFilter.State.ARCHIVED && !filter.includeArchived()) {
      conditions.add("events.is_archived = FALSE");
    }
    filter.timeframe().map(EventConditions::timeframe).ifPresent(conditions::add);
    return new EventConditions(
        String.join(" AND ", conditions),
        filter.timeframe().isPresent() ? Map.of("now", now) : Map.of());
  }

  static String order(EventFilter filter) {
    return switch (filter.order()) {
      case START_DATE -> "events.starts_at DESC, events.id";
      case TITLE -> "LOWER(events.title), events.starts_at DESC, events.id";
      case TICKET_COUNT -> "ticket_count DESC, events.starts_at DESC, events.id";
    };
  }

  private static String state(EventFilter.State state) {
    return switch (state) {
      case ACTIVE -> "events.is_active = TRUE";
      case INACTIVE -> "events.is_active = FALSE";
      case ARCHIVED -> "events.is_archived = TRUE";
    };
  }

  private static String timeframe(EventFilter.Timeframe timeframe) {
    return switch (timeframe) {
      case UPCOMING -> "events.ends_at >= :now";
      case PAST -> "events.ends_at < :now";
    };
  }
}
