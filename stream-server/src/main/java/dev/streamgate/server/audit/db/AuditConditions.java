package dev.streamgate.server.audit.db;

import dev.streamgate.server.audit.AuditFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The conditions of a part of the audit trail in SQL, with the values of their parameters. Each
/// order begins with the columns that are fixed, so that the database can walk an index backwards
/// and stop when the page is full.
final class AuditConditions {
  private static final String NEWEST_FIRST = "recorded_at DESC, id DESC";

  /// Columns of which one value has few rows.
  private static final Set<String> NARROW = Set.of("session_id", "ticket_id");

  private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> parameters = new HashMap<>();
  private final List<String> fixed = new ArrayList<>();

  private AuditConditions() {}

  static AuditConditions of(AuditFilter filter) {
    AuditConditions conditions = new AuditConditions();
    conditions.fix("session_id", filter.sessionId());
    conditions.fix("ticket_id", filter.ticketId());
    conditions.fix("event_id", filter.eventId());
    conditions.fix("action", filter.action().map(Enum::name));
    filter.since().ifPresent(it -> conditions.add("recorded_at >= :since", "since", it));
    filter.until().ifPresent(it -> conditions.add("recorded_at < :until", "until", it));
    return conditions;
  }

  /// A query in which these conditions stand for `<conditions>`, and their order for `<order>`.
  Query query(Handle handle, String sql) {
    return handle
        .createQuery(sql)
        .define("conditions", String.join(" AND ", conditions))
        .define("order", order())
        .bindMap(parameters);
  }

  /// There is an index for each single column, and one for event and action together; a session and
  /// a ticket have so few rows that what else is wanted of them needs none.
  private String order() {
    List<String> leading =
        NARROW.containsAll(fixed.stream().limit(1).toList())
            ? fixed.stream().limit(1).toList()
            : fixed;
    return Stream.concat(leading.stream().map(column -> column + " DESC"), Stream.of(NEWEST_FIRST))
        .collect(Collectors.joining(", "));
  }

  private void fix(String column, Optional<String> value) {
    value.ifPresent(it -> {
      add("%s = :%s".formatted(column, column), column, it);
      fixed.add(column);
    });
  }

  private void add(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }
}
