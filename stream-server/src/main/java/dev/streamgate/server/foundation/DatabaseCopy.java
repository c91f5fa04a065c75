package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.EmbeddedFiles.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of an embedded database as they were at one moment, in a folder that only its owner
/// can read, to be looked at and thrown away. The database itself is held only while they are
/// copied, and never written.
public final class DatabaseCopy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCopy.class);

  /// While the process ends, whoever looks may still be writing.
  private static final int ATTEMPTS = 20;

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final long MEGABYTE = 1L << 20;

  private final Path folder;
  private final DatabaseAddress address;
  private final FreeSpace disk;
  private final Thread lastAct = new Thread(this::vanish);
  private long needed;

  private DatabaseCopy(Path folder, DatabaseAddress address, FreeSpace disk) {
    this.folder = folder;
    this.address = address;
    this.disk = disk;
  }

  /// Copies what is there.
  ///
  /// @param dataDirectory that of the server
  /// @param original in files
  /// @throws ConfigurationException if another process holds the database
  /// @throws LackOfRoomException if there is no room for it
  /// @throws IOException if it cannot be copied for another reason
  public static DatabaseCopy of(Path dataDirectory, DatabaseAddress original) throws IOException {
    return of(dataDirectory, original, FreeSpace.OF_DISKS);
  }

  /// @param disk that of the folder for temporary files
  static DatabaseCopy of(Path dataDirectory, DatabaseAddress original, FreeSpace disk)
      throws IOException {
    Path folder = Files.createTempDirectory("streamgate-look-");
    DatabaseCopy copy = new DatabaseCopy(folder, original.sparingIn(folder), disk);
    Runtime.getRuntime().addShutdownHook(copy.lastAct);
    try {
      copy.fill(dataDirectory, original);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private void fill(Path dataDirectory, DatabaseAddress original) throws IOException {
    try (DataDirectory _ = DataDirectory.holdAsItIs(dataDirectory, original.directory())) {
      EmbeddedFiles files = original.files().orElseThrow();
      needed = bytes(files.present()) + files.step();
      long free = disk.at(folder);
      if (free < needed) {
        throw lackOfRoom(free);
      }
      for (Path part : files.present()) {
        copyTree(part, folder.resolve(part.getFileName()));
      }
    }
    DatabaseAside.settle(folder);
  }

  /// Where the copy is.
  public DatabaseAddress address() {
    return address;
  }

  /// Tells a copy that cannot grow from a database that cannot.
  ///
  /// @throws LackOfRoomException if the copy lacks room, with the folder and what to do
  /// @throws IOException if its disk cannot be asked
  public void requireRoom() throws IOException {
    if (address.files(disk).orElseThrow().room() == Room.TOO_LITTLE) {
      throw lackOfRoom(disk.at(folder));
    }
  }

  /// Deletes it; what cannot be deleted is told.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastAct);
    } catch (IllegalStateException e) {
      return; // the process ends already, and deletes it
    }
    try {
      DatabaseAside.delete(folder);
    } catch (IOException e) {
      LOG.error("{} was not deleted; it is a copy of the database: delete it", folder, e);
    }
  }

  private void vanish() {
    for (int attempt = 1; Files.exists(folder) && attempt <= ATTEMPTS; attempt++) {
      try {
        DatabaseAside.delete(folder);
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private LackOfRoomException lackOfRoom(long free) {
    return new LackOfRoomException(
        ("the folder for temporary files, %s, has no room for a copy of the database to look at:"
                + " %d MB are needed, %d MB are free")
            .formatted(folder.getParent(), 1 + needed / MEGABYTE, free / MEGABYTE));
  }

  private static long bytes(List<Path> parts) throws IOException {
    long bytes = 0;
    for (Path part : parts) {
      for (Path file : DatabaseAside.tree(part)) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
    }
    return bytes;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    for (Path file : DatabaseAside.tree(from)) {
      Files.copy(
          file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
