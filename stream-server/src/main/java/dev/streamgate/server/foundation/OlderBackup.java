package dev.streamgate.server.foundation;

import dev.streamgate.model.operation.BackupManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A backup that an older version made, brought to the schema of this one: it is restored into an
/// embedded database that is thrown away, upgraded there by the migrations, and backed up again. So
/// a migration need not know of backups, and what is restored into the real database is of its own
/// schema, in one transaction.
final class OlderBackup implements AutoCloseable {
  private final Path folder;
  private final BackupArchive upgraded;

  private OlderBackup(Path folder, BackupArchive upgraded) {
    this.folder = folder;
    this.upgraded = upgraded;
  }

  /// @param parent a folder with room for twice the backup's rows
  static OlderBackup upgrade(BackupArchive archive, Path parent, InstantSource clock) {
    Path folder = scratch(parent);
    try {
      DatabaseAddress address = DatabaseAddress.embedded(folder).sparingIn(folder);
      try (Database database = Database.openAt(archive.manifest().schema(), address)) {
        RestoredTables.fillOlder(database, archive);
      }
      return new OlderBackup(folder, backedUp(archive.manifest(), address, folder, clock));
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  BackupArchive upgraded() {
    return upgraded;
  }

  @Override
  public void close() {
    upgraded.close();
    delete(folder);
  }

  private static BackupArchive backedUp(
      BackupManifest older, DatabaseAddress address, Path folder, InstantSource clock) {
    Path zip = folder.resolve("upgraded.zip");
    try (Database database = Database.open(address);
        OutputStream out = Files.newOutputStream(zip)) {
      new Backup(database, older.version(), clock).writeWithSecrets(out, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + zip, e);
    }
    return BackupArchive.open(zip);
  }

  private static Path scratch(Path parent) {
    try {
      return Files.createTempDirectory(parent, "restore", OwnerOnly.folderAttributes(parent));
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder in " + parent, e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + folder, e);
    }
  }
}
