package dev.streamgate.server.foundation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Fills an empty table with rows of a backup, some hundred at a time. Used by one thread, and
/// within the transaction of its connection.
final class TableFilling implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 500;

  private final String table;
  private final List<Column> columns;
  private final Set<String> names = new HashSet<>();
  private final PreparedStatement insert;
  private final Runnable flushed;
  private int waiting;

  private TableFilling(
      String table, List<Column> columns, PreparedStatement insert, Runnable flushed) {
    this.table = table;
    this.columns = columns;
    this.insert = insert;
    this.flushed = flushed;
    columns.forEach(column -> names.add(column.name()));
  }

  /// @param type a constant of {@link Types}
  private record Column(String name, int type) {}

  /// @param flushed is run after some hundred rows
  static TableFilling of(String table, Connection connection, Runnable flushed)
      throws SQLException {
    List<Column> columns = columns(table, connection);
    String names = String.join(", ", columns.stream().map(Column::name).toList());
    String places = String.join(", ", columns.stream().map(_ -> "?").toList());
    return new TableFilling(
        table,
        columns,
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, places)),
        flushed);
  }

  /// Adds a row.
  ///
  /// @throws DamagedBackupException if it does not fit the table
  void add(JsonNode row) throws SQLException {
    row.fieldNames()
        .forEachRemaining(name -> {
          if (!names.contains(name)) {
            throw new DamagedBackupException(table + " has no column " + name);
          }
        });
    for (int i = 0; i < columns.size(); i++) {
      set(i + 1, columns.get(i), row.path(columns.get(i).name()));
    }
    insert.addBatch();
    waiting++;
    if (waiting == ROWS_AT_ONCE) {
      flush();
    }
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      insert.executeBatch();
      waiting = 0;
      flushed.run();
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }

  private void set(int place, Column column, JsonNode value) throws SQLException {
    if (value.isNull() || value.isMissingNode()) {
      insert.setNull(place, column.type());
      return;
    }
    switch (column.type()) {
      case Types.VARCHAR -> insert.setString(place, text(column, value));
      case Types.BOOLEAN, Types.BIT -> {
        require(value.isBoolean(), column);
        insert.setBoolean(place, value.booleanValue());
      }
      case Types.INTEGER, Types.BIGINT -> {
        require(value.isIntegralNumber() && value.canConvertToLong(), column);
        insert.setLong(place, value.longValue());
      }
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          insert.setObject(place, time(column, value));
      default -> throw new IllegalStateException(table + "." + column.name() + " is of a new type");
    }
  }

  private Object time(Column column, JsonNode value) {
    try {
      return WireJson.parseInstant(text(column, value)).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new DamagedBackupException(misfit(column), e);
    }
  }

  private String text(Column column, JsonNode value) {
    require(value.isTextual(), column);
    return value.textValue();
  }

  private void require(boolean fits, Column column) {
    if (!fits) {
      throw new DamagedBackupException(misfit(column));
    }
  }

  private String misfit(Column column) {
    return "a value of " + table + "." + column.name() + " is of another type";
  }

  private static List<Column> columns(String table, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
      ResultSetMetaData known = none.getMetaData();
      List<Column> columns = new ArrayList<>();
      for (int i = 1; i <= known.getColumnCount(); i++) {
        columns.add(
            new Column(known.getColumnName(i).toLowerCase(Locale.ROOT), known.getColumnType(i)));
      }
      return List.copyOf(columns);
    }
  }
}
