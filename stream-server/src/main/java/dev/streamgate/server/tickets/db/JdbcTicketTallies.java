package dev.streamgate.server.tickets.db;

import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Keeps the tallies of tickets short. The database itself appends to them whenever tickets are
/// added, change state or go, in the same transaction, so their sums are right at any time; only
/// their number grows. Thread-safe, also with other processes on the same database.
public final class JdbcTicketTallies {
  private final Database database;

  public JdbcTicketTallies(Database database) {
    this.database = database;
  }

  /// Puts one row in the place of all those that say something about the same tickets; called every
  /// minute. Whoever adds them up meanwhile sees the old rows or the new one.
  public void fold() {
    database.inTransaction(() -> database.query("folding tallies", JdbcTicketTallies::fold));
  }

  /// @return how many rows are gone
  private static int fold(Handle handle) {
    List<Row> gone = delete(handle, foldable(handle));
    insert(
        handle,
        gone.stream()
            .collect(Collectors.groupingBy(Row::kind, Collectors.summingLong(Row::tickets))));
    return gone.size();
  }

  private static List<Row> foldable(Handle handle) {
    Map<Kind, List<Row>> rows =
        handle
            .createQuery("SELECT * FROM ticket_tallies ORDER BY id")
            .map(row ->
                new Row(
                    row.getColumn("id", Long.class),
                    new Kind(
                        row.getColumn("event_id", String.class),
                        row.getColumn("expires_at", Instant.class),
                        row.getColumn("is_revoked", Boolean.class),
                        row.getColumn("is_redeemed", Boolean.class)),
                    row.getColumn("tickets", Long.class)))
            .collect(Collectors.groupingBy(Row::kind));
    return rows.values().stream()
        .filter(same -> same.size() > 1)
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Row::id))
        .toList();
  }

  /// Only what this transaction removed itself may go into its sums: another process may have been
  /// faster with some rows.
  private static List<Row> delete(Handle handle, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    PreparedBatch batch = handle.prepareBatch("DELETE FROM ticket_tallies WHERE id = :id");
    rows.forEach(row -> batch.bind("id", row.id()).add());
    int[] counts = batch.execute();
    List<Row> deleted = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        deleted.add(rows.get(i));
      }
    }
    return deleted;
  }

  private static void insert(Handle handle, Map<Kind, Long> sums) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO ticket_tallies (event_id, expires_at, is_revoked, is_redeemed, tickets)
            VALUES (:eventId, :expiresAt, :isRevoked, :isRedeemed, :tickets)
            """);
    sums.forEach((kind, tickets) -> {
      if (tickets != 0) {
        batch
            .bind("eventId", kind.eventId())
            .bind("expiresAt", kind.expiresAt())
            .bind("isRevoked", kind.isRevoked())
            .bind("isRedeemed", kind.isRedeemed())
            .bind("tickets", tickets)
            .add();
      }
    });
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// The tickets that a row speaks of.
  private record Kind(String eventId, Instant expiresAt, boolean isRevoked, boolean isRedeemed) {}

  private record Row(long id, Kind kind, long tickets) {}
}
