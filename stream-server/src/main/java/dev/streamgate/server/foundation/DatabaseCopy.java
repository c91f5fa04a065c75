package dev.streamgate.server.foundation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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
  private final Thread lastAct = new Thread(this::vanish);
  private long needed;

  private DatabaseCopy(Path folder, DatabaseAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /// Copies what is there.
  ///
  /// @param dataDirectory that of the server
  /// @param original in files
  /// @throws ConfigurationException if another process holds the database
  /// @throws IOException if it cannot be copied, such as for lack of room
  public static DatabaseCopy of(Path dataDirectory, DatabaseAddress original) throws IOException {
    Path folder = Files.createTempDirectory("streamgate-look-");
    DatabaseCopy copy = new DatabaseCopy(folder, original.sparingIn(folder));
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
      if (free() < needed) {
        throw lackOfRoom();
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
  /// @throws IOException if the copy lacks room, with the folder and what to do
  public void requireRoom() throws IOException {
    if (!address.files().orElseThrow().canGrow()) {
      throw lackOfRoom();
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
    } catch (UncheckedIOException e) {
      LOG.error("{} was not deleted; it is a copy of the database: delete it", folder, e);
    }
  }

  private void vanish() {
    for (int attempt = 1; Files.exists(folder) && attempt <= ATTEMPTS; attempt++) {
      try {
        DatabaseAside.delete(folder);
      } catch (UncheckedIOException e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private IOException lackOfRoom() throws IOException {
    return new IOException(
        ("the folder for temporary files, %s, has no room for a copy of the database to look at:"
                + " %d MB are needed, %d MB are free. Name another folder, by"
                + " STREAMGATE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER before the command, or make room")
            .formatted(folder.getParent(), 1 + needed / MEGABYTE, free() / MEGABYTE));
  }

  private long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private static long bytes(List<Path> parts) throws IOException {
    long bytes = 0;
    for (Path part : parts) {
      try (Stream<Path> files = Files.walk(part)) {
        bytes += files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
      }
    }
    return bytes;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(from)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.copy(
          file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
