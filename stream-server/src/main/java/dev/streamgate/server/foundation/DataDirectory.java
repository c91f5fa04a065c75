package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The directory with everything the server keeps, held by one process at a time, together with
/// that of an embedded database elsewhere. The locks are the operating system's, so they end with
/// the process, however that ends.
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK_FILE = "streamgate.lock";

  private final Path path;
  private final List<FileChannel> locks = new ArrayList<>();

  private DataDirectory(Path path) {
    this.path = path;
  }

  /// Creates the directories if need be and takes hold of them.
  ///
  /// @param databaseDirectory where the files of an embedded database are
  /// @throws ConfigurationException if one cannot be written, or another process holds it
  public static DataDirectory hold(Path path, Optional<Path> databaseDirectory) {
    Set<Path> wanted = new LinkedHashSet<>();
    wanted.add(path.toAbsolutePath().normalize());
    databaseDirectory.map(Path::toAbsolutePath).map(Path::normalize).ifPresent(wanted::add);
    DataDirectory directory = new DataDirectory(path);
    try {
      wanted.forEach(directory::lock);
      return directory;
    } catch (ConfigurationException e) {
      directory.close();
      throw e;
    }
  }

  /// Whether another process holds a directory; one that crashed holds none, whoever has its number
  /// now. A process that holds it itself must not ask: looking could end its own lock.
  ///
  /// @throws IOException if that cannot be told
  public static boolean isHeld(Path path) throws IOException {
    Path file = path.resolve(LOCK_FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      for (FileChannel lock : locks) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("letting go of the data directory", e);
    }
  }

  private void lock(Path directory) {
    try {
      Files.createDirectories(directory, OwnerOnly.folderAttributes(directory));
      FileChannel lock =
          FileChannel.open(
              directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locks.add(lock);
      if (tryLock(lock) == null) {
        throw ConfigurationException.atPresent(
            "Configuration error: The data directory "
                + directory
                + " is used by another process.");
      }
      DatabaseAside.settle(directory);
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: DATA_DIR must be a directory that can be written: "
              + directory
              + ".");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lock) throws IOException {
    try {
      return lock.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
