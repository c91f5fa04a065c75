package dev.streamgate.server.foundation;

import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// A table as it is backed up: each row as a JSON object on a line of its own, in the order of the
/// primary key. Names of columns are in lower case; instants are as everywhere on the wire.
///
/// @param keys the columns of the primary key
public record BackupTable(String name, List<String> keys) {
  private static final int ROWS_AT_ONCE = 1000;

  public BackupTable {
    keys = List.copyOf(keys);
  }

  static BackupTable of(String name, String... keys) {
    return new BackupTable(name, List.of(keys));
  }

  /// The name of its file in the zip.
  String file() {
    return "tables/" + name + ".jsonl";
  }

  /// Writes all rows.
  ///
  /// @return how many there are
  long write(Handle handle, OutputStream out) throws IOException {
    long rows = 0;
    List<Map<String, @Nullable Object>> page = page(handle, Optional.empty());
    while (!page.isEmpty()) {
      for (Map<String, @Nullable Object> row : page) {
        out.write(WireJson.bytes(row));
        out.write('\n');
      }
      rows += page.size();
      page = page.size() < ROWS_AT_ONCE ? List.of() : page(handle, Optional.of(page.getLast()));
    }
    return rows;
  }

  /// The rows that come after one.
  private List<Map<String, @Nullable Object>> page(
      Handle handle, Optional<Map<String, @Nullable Object>> last) {
    Query query =
        handle
            .createQuery("SELECT * FROM <table> WHERE <condition> ORDER BY <keys> LIMIT :limit")
            .define("table", name)
            .define("condition", last.isPresent() ? beyond() : "1 = 1")
            .define("keys", String.join(", ", keys))
            .bind("limit", ROWS_AT_ONCE);
    last.ifPresent(row -> keys.forEach(key -> query.bind(key, row.get(key))));
    return query.map((row, context) -> values(row)).list();
  }

  /// The first key stands alone as well, so that its index leads there.
  private String beyond() {
    String first = keys.getFirst();
    if (keys.size() == 1) {
      return "%s > :%s".formatted(first, first);
    }
    String second = keys.getLast();
    return "%s >= :%s AND (%s > :%s OR %s > :%s)"
        .formatted(first, first, first, first, second, second);
  }

  private static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), value(row.getObject(i)));
    }
    return values;
  }

  /// One database gives instants in one form, the other in another.
  private static @Nullable Object value(@Nullable Object stored) {
    return switch (stored) {
      case Timestamp timestamp -> timestamp.toInstant();
      case OffsetDateTime time -> time.toInstant();
      case null, default -> stored;
    };
  }
}
