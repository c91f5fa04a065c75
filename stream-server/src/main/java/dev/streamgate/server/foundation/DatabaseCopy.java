package dev.streamgate.server.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The files of an embedded database as they were at one moment, in a folder that only its owner
/// can read, to be looked at and thrown away. The database itself is held only while they are
/// copied, and never written.
public final class DatabaseCopy implements AutoCloseable {
  private final Path folder;
  private final DatabaseAddress address;

  private DatabaseCopy(Path folder, DatabaseAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /// Copies what is there.
  ///
  /// @param dataDirectory that of the server
  /// @param original in files
  /// @throws ConfigurationException if another process holds the database
  /// @throws IOException if it cannot be copied
  public static DatabaseCopy of(Path dataDirectory, DatabaseAddress original) throws IOException {
    Path folder = Files.createTempDirectory("streamgate-look-");
    DatabaseCopy copy = new DatabaseCopy(folder, original.sparingIn(folder));
    try {
      try (DataDirectory _ = DataDirectory.holdAsItIs(dataDirectory, original.directory())) {
        for (Path part : original.files().orElseThrow().present()) {
          copyTree(part, folder.resolve(part.getFileName()));
        }
      }
      DatabaseAside.settle(folder);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /// Where the copy is.
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    DatabaseAside.delete(folder);
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
