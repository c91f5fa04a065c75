package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The directory with everything the server keeps, held by one process at a time. The lock is the
/// operating system's, so it ends with the process, however that ends.
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Creates the directory if need be and takes hold of it.
  ///
  /// @throws ConfigurationException if it cannot be written, or another process holds it
  public static DataDirectory hold(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel lockFile =
          FileChannel.open(
              path.resolve("streamgate.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw ConfigurationException.of(
            "Configuration error: The data directory " + path + " is used by another process.");
      }
      return new DataDirectory(path, lockFile);
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: DATA_DIR must be a directory that can be written: " + path + ".");
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("letting go of the data directory", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
