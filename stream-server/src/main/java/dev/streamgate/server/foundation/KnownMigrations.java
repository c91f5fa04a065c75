package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a database's history says when all migrations of this build are done: their numbers, and
/// Flyway's checksums of them. So a start sees by one query that there is nothing to do, and
/// Flyway, which would be a sixth of that start, is not even loaded.
///
/// @param checksums by number, such as "7"
record KnownMigrations(Map<String, Integer> checksums) {
  private static final String HISTORY =
      """
      SELECT "version", "checksum", "success" FROM "flyway_schema_history"
      WHERE "version" IS NOT NULL
      """;

  KnownMigrations {
    checksums = Map.copyOf(checksums);
  }

  /// @param kind the folder of what only this kind of database understands
  static KnownMigrations of(String kind) {
    String list = "/db/" + kind + "/known-migrations";
    try (InputStream lines =
        Objects.requireNonNull(KnownMigrations.class.getResourceAsStream(list), list)) {
      return new KnownMigrations(
          new String(lines.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(line -> line[0], line -> Integer.valueOf(line[1]))));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + list, e);
    }
  }

  /// Whether a database's history says just this. If it cannot be read the answer is no: Flyway
  /// will find out why, or make it.
  boolean areAllDone(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HISTORY)) {
      Map<String, Integer> done = new HashMap<>();
      while (row.next()) {
        if (!row.getBoolean("success")) {
          return false;
        }
        done.put(row.getString("version"), row.getInt("checksum"));
      }
      return done.equals(checksums);
    } catch (SQLException e) {
      return false;
    }
  }
}
