package dev.streamgate.server.foundation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.operation.BackupManifest.TableFile;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Replaces the rows of all tables by those of a backup. What a database makes by itself follows:
/// tallies are counted anew and numbers go on behind the highest; what belongs to the server that
/// was backed up and not to its data, the name of its change log and the mark of its signing key,
/// is left for the next start to make.
final class RestoredTables {
  private static final List<BackupTable> ALL =
      Stream.concat(Backup.TABLES.stream(), Backup.SIGN_INS.stream()).toList();

  private static final String TALLIES =
      """
      INSERT INTO ticket_tallies (event_id, expires_at, is_revoked, is_redeemed, tickets)
          SELECT event_id, expires_at, is_revoked,
              CASE WHEN redeemed_at IS NULL THEN FALSE ELSE TRUE END, COUNT(*)
          FROM tickets
          GROUP BY event_id, expires_at, is_revoked,
              CASE WHEN redeemed_at IS NULL THEN FALSE ELSE TRUE END
      """;

  private RestoredTables() {}

  /// Runs in the current transaction; the database is of this version's schema.
  ///
  /// @throws DamagedBackupException if the rows do not fit
  static void replace(Database database, BackupArchive archive) {
    database.update(
        "restoring a backup",
        handle -> {
          fill(handle, archive, ALL, () -> {});
          complete(handle);
        });
  }

  /// Like {@link #replace} for a database that is thrown away if this fails: some hundred rows are
  /// a transaction, so that not all of them are in memory.
  static void fillAside(Database database, BackupArchive archive) {
    inPieces(
        database,
        (handle, flushed) -> {
          fill(handle, archive, ALL, flushed);
          complete(handle);
        });
  }

  /// Fills a new database of an older schema, which has not all of the tables, and is thrown away.
  static void fillOlder(Database database, BackupArchive archive) {
    inPieces(database, (handle, flushed) -> fill(handle, archive, present(handle), flushed));
  }

  private static void inPieces(Database database, BiConsumer<Handle, Runnable> work) {
    database.update(
        "restoring a backup aside",
        handle -> {
          handle.execute("SET FILES LOG FALSE");
          handle.begin();
          work.accept(
              handle,
              () -> {
                handle.commit();
                handle.begin();
              });
          handle.commit();
          handle.execute("SET FILES LOG TRUE");
        });
  }

  private static void complete(Handle handle) {
    handle.execute("DELETE FROM ticket_tallies");
    handle.execute(TALLIES);
    handle.execute("DELETE FROM settings WHERE name IN ('change-log-id', 'signingKeyId')");
    continueNumbers(handle);
  }

  /// @param flushed is run after some hundred rows
  private static void fill(
      Handle handle, BackupArchive archive, List<BackupTable> tables, Runnable flushed) {
    Map<String, TableFile> files = new HashMap<>();
    archive.manifest().tables().forEach(file -> files.put(file.table(), file));
    tables.reversed().forEach(table -> handle.execute("DELETE FROM " + table.name()));
    for (BackupTable table : tables) {
      Optional<TableFile> file = Optional.ofNullable(files.remove(table.name()));
      file.ifPresentOrElse(it -> fill(handle, archive, it, flushed), () -> refuseIfNeeded(table));
    }
    if (!files.isEmpty()) {
      throw new DamagedBackupException(
          "its schema has no table " + files.keySet().iterator().next());
    }
    requireCounter(handle);
  }

  private static void refuseIfNeeded(BackupTable table) {
    if (!Backup.SIGN_INS.contains(table)) {
      throw new DamagedBackupException("it has no table " + table.name());
    }
  }

  private static void fill(Handle handle, BackupArchive archive, TableFile file, Runnable flushed) {
    try (TableFilling filling = TableFilling.of(file.table(), handle.getConnection(), flushed)) {
      archive.rows(file, row -> add(filling, file, row));
      filling.flush();
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  private static void add(TableFilling filling, TableFile file, JsonNode row) {
    try {
      filling.add(row);
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /// Classes 22 and 23 speak of the values, all others of the database.
  private static RuntimeException failure(TableFile file, SQLException e) {
    boolean ofTheRows =
        SqlState.of(e).filter(it -> it.startsWith("22") || it.startsWith("23")).isPresent();
    return ofTheRows
        ? new DamagedBackupException(file.file() + " has rows that do not fit together", e)
        : new StorageException("filling " + file.table(), e);
  }

  /// Without it nothing could be revoked any more.
  private static void requireCounter(Handle handle) {
    if (!hasCounter(handle)) {
      throw new DamagedBackupException("its change_counter has no row");
    }
  }

  static boolean hasCounter(Handle handle) {
    return handle
            .createQuery("SELECT COUNT(*) FROM change_counter WHERE id = 1")
            .mapTo(Long.class)
            .one()
        == 1;
  }

  /// The embedded database sees by itself which numbers were given.
  private static void continueNumbers(Handle handle) {
    long highest =
        handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM audit_log").mapTo(Long.class).one();
    if (isPostgresql(handle)) {
      // Unlike setval, this is undone if the transaction is.
      handle.execute("ALTER TABLE audit_log ALTER COLUMN id RESTART WITH " + (highest + 1));
    }
  }

  private static boolean isPostgresql(Handle handle) {
    try {
      return handle.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new StorageException("asking the database for its name", e);
    }
  }

  private static List<BackupTable> present(Handle handle) {
    Set<String> names =
        new HashSet<>(
            handle
                .createQuery(
                    """
                    SELECT LOWER(table_name) FROM information_schema.tables
                    WHERE table_schema = CURRENT_SCHEMA
                    """)
                .mapTo(String.class)
                .list());
    return ALL.stream().filter(it -> names.contains(it.name())).toList();
  }
}
