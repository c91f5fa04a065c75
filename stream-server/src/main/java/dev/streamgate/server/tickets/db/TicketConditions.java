package dev.streamgate.server.tickets.db;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.model.tickets.TokenStatus;
import dev.streamgate.server.tickets.TicketFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The conditions of a ticket list in SQL, with the values of the parameters they use. They are put
/// to the tickets themselves or to their tallies, whose columns differ in one name.
final class TicketConditions {
  private static final String NEWEST_FIRST = "created_at DESC, batch_position DESC, id DESC";

  private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> parameters = new HashMap<>();

  private final String redeemed;
  private final String unredeemed;

  private boolean byRevocation;

  private TicketConditions(String redeemed, String unredeemed) {
    this.redeemed = redeemed;
    this.unredeemed = unredeemed;
  }

  /// Conditions on the tickets themselves.
  static TicketConditions of(TicketFilter filter, Instant now) {
    TicketConditions conditions =
        new TicketConditions("redeemed_at IS NOT NULL", "redeemed_at IS NULL");
    conditions.addEventAndStatus(filter, now);
    filter.search().ifPresent(conditions::addSearch);
    return conditions;
  }

  /// Conditions on the tallies, which know nothing of codes and labels: the filter's search stays
  /// out.
  static TicketConditions ofTallies(TicketFilter filter, Instant now) {
    TicketConditions conditions = new TicketConditions("is_redeemed = TRUE", "is_redeemed = FALSE");
    conditions.addEventAndStatus(filter, now);
    return conditions;
  }

  /// A query in which these conditions stand for `<conditions>`, and for `<order>` the order of the
  /// index that the database uses for them.
  Query query(Handle handle, String sql) {
    return handle
        .createQuery(sql)
        .define("conditions", String.join(" AND ", conditions))
        .define("order", byRevocation ? "is_revoked DESC, " + NEWEST_FIRST : NEWEST_FIRST)
        .bindMap(parameters);
  }

  private void addEventAndStatus(TicketFilter filter, Instant now) {
    filter.event().ifPresent(id -> add("event_id = :eventId", "eventId", id.value()));
    filter.status().ifPresent(status -> addStatus(status, now));
  }

  private void add(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  private void addStatus(TokenStatus status, Instant now) {
    byRevocation = true;
    switch (status) {
      case REVOKED -> conditions.add("is_revoked = TRUE");
      case EXPIRED -> add("is_revoked = FALSE AND expires_at < :now", "now", now);
      case REDEEMED -> addOpen(redeemed, now);
      case UNUSED -> addOpen(unredeemed, now);
    }
  }

  private void addOpen(String condition, Instant now) {
    add("is_revoked = FALSE AND expires_at >= :now AND " + condition, "now", now);
  }

  /// Codes are searched in their canonical form, as they are looked up.
  private void addSearch(String text) {
    String code = TicketCode.canonicalCode(text);
    String label = "POSITION(:label IN LOWER(label)) > 0";
    if (code.isEmpty()) {
      conditions.add(label);
    } else {
      add("(POSITION(:code IN canonical_code) > 0 OR " + label + ")", "code", code);
    }
    parameters.put("label", text.toLowerCase(Locale.ROOT));
  }
}
