package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The directory with everything the server keeps, held by one process at a time, together with
/// that of an embedded database elsewhere. The locks are the operating system's, so they end with
/// the process, however that ends.
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK_FILE = "streamgate.lock";

  /// How long whoever takes hold in earnest waits for those who look, and those for each other.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PATIENCE_OF_LOOKERS = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path path;
  private final List<FileChannel> locks = new ArrayList<>();

  private DataDirectory(Path path) {
    this.path = path;
  }

  /// Creates the directories if need be and takes hold of them. Whoever only looks at them, which
  /// takes an instant, is waited for.
  ///
  /// @param databaseDirectory where the files of an embedded database are
  /// @throws ConfigurationException if one cannot be written, or another process holds it
  public static DataDirectory hold(Path path, Optional<Path> databaseDirectory) {
    return hold(path, databaseDirectory, DataDirectory::pause);
  }

  /// @param pause what is done between two attempts
  static DataDirectory hold(Path path, Optional<Path> databaseDirectory, Runnable pause) {
    return held(path, databaseDirectory, (it, place) -> it.lock(place, pause));
  }

  /// Takes hold of the directories as far as a server has ever held them: nothing is made, and what
  /// was begun is not completed. It keeps a server from starting; so only for an instant.
  ///
  /// @throws ConfigurationException if another process holds one
  static DataDirectory holdAsItIs(Path path, Optional<Path> databaseDirectory) {
    return held(path, databaseDirectory, DataDirectory::lockAsItIs);
  }

  private static DataDirectory held(
      Path path, Optional<Path> databaseDirectory, BiConsumer<DataDirectory, Path> lock) {
    Set<Path> wanted = new LinkedHashSet<>();
    wanted.add(path.toAbsolutePath().normalize());
    databaseDirectory.map(Path::toAbsolutePath).map(Path::normalize).ifPresent(wanted::add);
    DataDirectory directory = new DataDirectory(path);
    try {
      wanted.forEach(it -> lock.accept(directory, it));
      return directory;
    } catch (RuntimeException e) {
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
    if (!isThere(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    }
  }

  /// Whether another process holds a directory for longer than whoever only looks at it does.
  ///
  /// @throws IOException if that cannot be told
  public static boolean staysHeld(Path path) throws IOException {
    Path file = path.resolve(LOCK_FILE);
    if (!isThere(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return !isLockedSoon(channel, path, PATIENCE_OF_LOOKERS, DataDirectory::pause);
    }
  }

  /// What this user may not look for may be there.
  private static boolean isThere(Path file) throws AccessDeniedException {
    try {
      Files.readAttributes(file, BasicFileAttributes.class);
      return true;
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      return false;
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

  private void lock(Path directory, Runnable pause) {
    try {
      Files.createDirectories(directory, OwnerOnly.folderAttributes(directory));
      FileChannel lock =
          FileChannel.open(
              directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locks.add(lock);
      if (!isLockedSoon(lock, directory, PATIENCE, pause)) {
        throw used(directory);
      }
      DatabaseAside.settle(directory);
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: DATA_DIR must be a directory that can be written: "
              + directory
              + ".");
    }
  }

  private void lockAsItIs(Path directory) {
    Path file = directory.resolve(LOCK_FILE);
    if (!Files.exists(file)) {
      return;
    }
    try {
      FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE);
      locks.add(lock);
      if (!isLockedSoon(lock, directory, PATIENCE_OF_LOOKERS, DataDirectory::pause)) {
        throw used(directory);
      }
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: DATA_DIR must be a directory whose files this user may open: "
              + file
              + ".");
    }
  }

  private static ConfigurationException used(Path directory) {
    return ConfigurationException.atPresent(
        "Configuration error: The data directory " + directory + " is used by another process.");
  }

  /// The system tells nobody whether a lock is held but by giving it, so whoever looks has it for
  /// an instant.
  ///
  /// @throws ConfigurationException if this thread is interrupted, which it stays
  private static boolean isLockedSoon(
      FileChannel lock, Path directory, Duration patience, Runnable pause) throws IOException {
    for (long left = patience.dividedBy(PAUSE); left > 0; left--) {
      if (tryLock(lock) != null) {
        return true;
      }
      pause.run();
      if (Thread.currentThread().isInterrupted()) {
        throw ConfigurationException.atPresent(
            "Configuration error: The data directory "
                + directory
                + " is used by another process, and waiting for that was interrupted.");
      }
    }
    return tryLock(lock) != null;
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  private static @Nullable FileLock tryLock(FileChannel lock) throws IOException {
    try {
      return lock.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
