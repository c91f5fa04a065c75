package dev.streamgate.server.foundation;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.server.foundation.SecretsFile.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts a backup in the place of all that a stopped server keeps: its database, of whichever kind,
/// whole or not at all, and its secrets if the backup has them.
public final class Restore {
  private final Path data;
  private final DatabaseAddress address;
  private final InstantSource clock;

  public Restore(Path dataDirectory, DatabaseAddress address, InstantSource clock) {
    this.data = dataDirectory;
    this.address = address;
    this.clock = clock;
  }

  /// What came of it. Whatever it is but {@link Done}, nothing has changed.
  public sealed interface Outcome {
    /// The database holds what the backup holds.
    ///
    /// @param secrets whether the secrets are those of the backup
    /// @param formerSecrets where the former ones are, if there were others
    record Done(BackupManifest manifest, boolean secrets, Optional<Path> formerSecrets)
        implements Outcome {}

    /// A later version made the backup.
    record Newer(int schema, int known) implements Outcome {}

    /// The database is not empty, and nobody said that this is known.
    record Filled(long events, long tickets, long accounts) implements Outcome {}

    /// Servers on other data directories use the database.
    record InUse(List<String> servers) implements Outcome {
      public InUse {
        servers = List.copyOf(servers);
      }
    }

    /// The server has secrets, they are not those of the backup, and nobody said that this is
    /// known.
    record OtherSecrets(Path file) implements Outcome {}
  }

  /// Looks at everything that could stand in the way, and restores if nothing does.
  ///
  /// @param force replaces what a filled database holds, and other secrets
  /// @param atTheEnd is run when all tables are filled; if it fails, nothing has changed
  /// @throws ConfigurationException if the database cannot be used, or a server uses it
  /// @throws DamagedBackupException if the backup's rows do not fit
  public Outcome run(BackupArchive archive, boolean force, Consumer<Database> atTheEnd) {
    int schema = archive.manifest().schema();
    if (schema > Migrations.NEWEST) {
      return new Outcome.Newer(schema, Migrations.NEWEST);
    }
    try (DataDirectory held = DataDirectory.hold(data, address.directory())) {
      return obstacle(archive, force).orElseGet(() -> restore(archive, held.path(), atTheEnd));
    }
  }

  private Optional<Outcome> obstacle(BackupArchive archive, boolean force) {
    DatabaseGlance glance = glance(force);
    if (glance.isNewer()) {
      throw ConfigurationException.of(
          "Configuration error: The database was written by a newer version.");
    }
    if (!glance.inUseBy().isEmpty()) {
      return Optional.of(new Outcome.InUse(glance.inUseBy()));
    }
    if (glance.isFilled() && !force) {
      return Optional.of(new Outcome.Filled(glance.events(), glance.tickets(), glance.accounts()));
    }
    SecretsFile secrets = SecretsFile.in(data);
    return archive
        .secrets()
        .filter(it -> secrets.differsFrom(it) && !force)
        .map(it -> new Outcome.OtherSecrets(secrets.path()));
  }

  /// Files that are damaged are no obstacle for whoever wants to replace them.
  private DatabaseGlance glance(boolean force) {
    try {
      return DatabaseGlance.at(address, clock.instant());
    } catch (ConfigurationException | StorageException e) {
      if (force && address.directory().isPresent()) {
        return DatabaseGlance.NOTHING;
      }
      throw e;
    }
  }

  private Outcome restore(BackupArchive archive, Path scratch, Consumer<Database> atTheEnd) {
    if (archive.manifest().schema() < Migrations.NEWEST) {
      try (OlderBackup older = OlderBackup.upgrade(archive, scratch, clock)) {
        return fill(older.upgraded(), archive, atTheEnd);
      }
    }
    return fill(archive, archive, atTheEnd);
  }

  /// @param rows what is restored: the backup itself, or what became of it by an upgrade
  private Outcome fill(BackupArchive rows, BackupArchive archive, Consumer<Database> atTheEnd) {
    Deque<Exchange> exchanged = new ArrayDeque<>();
    try {
      if (address.directory().isPresent()) {
        fillAside(rows, archive, atTheEnd, exchanged);
      } else {
        fillInPlace(rows, archive, atTheEnd, exchanged);
      }
    } catch (RuntimeException e) {
      undo(exchanged);
      throw e;
    }
    settle();
    return new Outcome.Done(
        archive.manifest(),
        archive.manifest().secrets() != null,
        exchanged.stream().flatMap(it -> it.aside().stream()).findFirst());
  }

  private void fillInPlace(
      BackupArchive rows,
      BackupArchive archive,
      Consumer<Database> atTheEnd,
      Deque<Exchange> exchanged) {
    try (Database database = Database.open(address)) {
      database.inTransaction(() -> {
        undo(exchanged); // of a run that was given up and is repeated
        RestoredTables.replace(database, rows);
        atTheEnd.accept(database);
        exchangeSecrets(archive, exchanged);
        return rows;
      });
    }
  }

  /// An embedded database would hold a transaction in memory, all rows of it.
  private void fillAside(
      BackupArchive rows,
      BackupArchive archive,
      Consumer<Database> atTheEnd,
      Deque<Exchange> exchanged) {
    try (DatabaseAside aside = new DatabaseAside(address)) {
      aside.fill(database -> {
        RestoredTables.fillAside(database, rows);
        atTheEnd.accept(database);
      });
      exchangeSecrets(archive, exchanged);
      aside.decide();
    }
  }

  private void exchangeSecrets(BackupArchive archive, Deque<Exchange> exchanged) {
    archive
        .secrets()
        .map(it -> SecretsFile.in(data).exchange(it, clock.instant()))
        .ifPresent(exchanged::add);
  }

  private void settle() {
    try {
      if (address.directory().isPresent()) {
        DatabaseAside.settle(address.directory().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the next start puts the restored database in its place", e);
    }
  }

  private static void undo(Deque<Exchange> exchanged) {
    while (!exchanged.isEmpty()) {
      exchanged.removeLast().undo();
    }
  }
}
