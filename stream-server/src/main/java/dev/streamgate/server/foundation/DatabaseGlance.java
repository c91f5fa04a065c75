package dev.streamgate.server.foundation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What a database holds, seen without changing it: neither is it made nor upgraded. An embedded
/// one must be held, since only one process may open it.
///
/// @param schema the number of its newest migration; empty if it has no tables yet
/// @param inUseBy the names of servers that were heard of in the last minute
public record DatabaseGlance(
    OptionalInt schema, long events, long tickets, long accounts, List<String> inUseBy) {
  static final DatabaseGlance NOTHING = new DatabaseGlance(OptionalInt.empty(), 0, 0, 0, List.of());

  /// Servers that deliver video say twice a minute that they are there.
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(60);

  /// Tables that are always named.
  private static final String HISTORY = "\"flyway_schema_history\"";

  /// The schema in which a PostgreSQL account lands may be shared with other programs.
  private static final String HAS_HISTORY =
      """
      SELECT COUNT(*) FROM information_schema.tables
      WHERE table_name = 'flyway_schema_history' AND table_schema = CURRENT_SCHEMA
      """;

  private static final String SCHEMA =
      "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM "
          + HISTORY
          + " WHERE \"version\" IS NOT NULL AND \"success\" = TRUE";

  private static final int FIRST_WITH_EDGES_THAT_LEAVE = 2;

  public DatabaseGlance {
    inUseBy = List.copyOf(inUseBy);
  }

  /// The number of the newest migration that this program knows.
  public static int newestSchema() {
    return Migrations.NEWEST;
  }

  /// Looks at a database.
  ///
  /// @throws ConfigurationException if it cannot be used
  /// @throws DamagedDatabaseException if its files are seen to be damaged
  /// @throws StorageException if it cannot be read
  public static DatabaseGlance at(DatabaseAddress address, Instant now) {
    address.files().ifPresent(EmbeddedFiles::check);
    if (address.isSurelyNew()) {
      return NOTHING;
    }
    try (FirstConnection first = FirstConnection.to(address)) {
      return of(first.connection(), address, now);
    } catch (SQLException e) {
      throw new DatabaseHealth(new GroupCommit(), address.files())
          .failure("looking at the database", e);
    }
  }

  /// Whether somebody has worked with it.
  public boolean isFilled() {
    return events + tickets + accounts > 0;
  }

  /// Whether a later version of this program wrote it.
  public boolean isNewer() {
    return schema.isPresent() && schema.getAsInt() > Migrations.NEWEST;
  }

  private static DatabaseGlance of(Connection connection, DatabaseAddress address, Instant now)
      throws SQLException {
    if (number(connection, HAS_HISTORY) == 0) {
      return NOTHING;
    }
    int schema = (int) number(connection, SCHEMA);
    if (schema == 0) {
      return NOTHING;
    }
    boolean isShared = address.isPostgresql() && schema >= FIRST_WITH_EDGES_THAT_LEAVE;
    return new DatabaseGlance(
        OptionalInt.of(schema),
        number(connection, "SELECT COUNT(*) FROM events"),
        number(connection, "SELECT COUNT(*) FROM tickets"),
        number(connection, "SELECT COUNT(*) FROM staff_accounts"),
        isShared ? servers(connection, now.minus(SIGN_OF_LIFE)) : List.of());
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// What came with a backup was heard by another server.
  private static List<String> servers(Connection connection, Instant since) throws SQLException {
    String sql =
        """
        SELECT edge_id FROM edges
        WHERE is_expected = TRUE AND last_seen_at > ?
            AND NOT EXISTS (
                SELECT 1 FROM audit_log
                WHERE action = 'RESTORED' AND recorded_at >= edges.last_seen_at)
        ORDER BY edge_id
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(since));
      List<String> servers = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          servers.add(row.getString(1));
        }
      }
      return servers;
    }
  }
}
