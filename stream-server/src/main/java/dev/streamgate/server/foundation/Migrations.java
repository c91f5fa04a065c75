package dev.streamgate.server.foundation;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/// The numbered migrations of the schema: one row of numbers for every kind of database. Nearly all
/// of them say the same to each kind; those that cannot lie in a folder for each.
final class Migrations {
  /// The number of the newest one that this program knows.
  static final int NEWEST = 9;

  private static final Set<MigrationState> OF_A_NEWER_VERSION =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private Migrations() {}

  /// Brings the schema up to date. Of several servers that start at once one does it.
  ///
  /// @param kind the folder of what only this kind of database understands
  /// @throws ConfigurationException if a newer version wrote the database, or we may not change it
  /// @throws StorageException if a migration fails
  static void run(DataSource database, String kind) {
    run(of(database, kind).load());
  }

  /// Brings the schema of an older database up to a number, and no further.
  static void runUpTo(int schema, DataSource database, String kind) {
    run(of(database, kind).target(MigrationVersion.fromVersion(Integer.toString(schema))).load());
  }

  private static FluentConfiguration of(DataSource database, String kind) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration", "classpath:db/" + kind);
  }

  private static void run(Flyway flyway) {
    try {
      List<MigrationInfo> known = List.of(flyway.info().all());
      if (known.stream().anyMatch(Migrations::isOfANewerVersion)) {
        throw ConfigurationException.of(
            "Configuration error: The database was written by a newer version.");
      }
      if (!known.stream().allMatch(Migrations::isDone)) {
        flyway.migrate();
      }
    } catch (FlywayException e) {
      if (SqlState.of(e).filter(SqlState.NOT_PERMITTED::equals).isPresent()) {
        throw ConfigurationException.of(
            "Configuration error: DATABASE_USER must be an account that may create tables.");
      }
      throw new StorageException("upgrading the database", e);
    }
  }

  /// The number of the newest migration that a database has.
  static int current(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT MAX(CAST("version" AS INTEGER)) FROM "flyway_schema_history"
            WHERE "version" IS NOT NULL AND "success" = TRUE
            """)
        .mapTo(Integer.class)
        .one();
  }

  /// To let Flyway find that there is nothing to do would make it read everything once more.
  private static boolean isDone(MigrationInfo migration) {
    return migration.getState() == MigrationState.SUCCESS
        && migration.isChecksumMatching()
        && migration.isDescriptionMatching()
        && migration.isTypeMatching();
  }

  private static boolean isOfANewerVersion(MigrationInfo migration) {
    return OF_A_NEWER_VERSION.contains(migration.getState());
  }
}
