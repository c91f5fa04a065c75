package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A new embedded database in files that is filled beside another one and then takes its place. It
/// counts from the moment in which its folder gets its final name; whatever comes later, a power
/// cut included, whoever holds the directory next completes. Until then the other database is not
/// touched. Used by one thread, while the directory is held.
final class DatabaseAside implements AutoCloseable {
  /// What is in it is thrown away.
  private static final String FILLING = "streamgate.restoring";

  /// What is in it takes the place of its namesakes beside the folder.
  private static final String FILLED = "streamgate.restored";

  /// A database that was shut down in order, and has rows, is these and no other files.
  private static final Set<String> PARTS = Set.of("data", "properties", "script");

  private static final List<String> LEFT_BY_OTHERS = List.of("log", "backup", "lobs");

  private final Path directory;
  private final Path filling;
  private final DatabaseAddress address;

  /// @param target the database whose place will be taken, whether it is there yet or not
  DatabaseAside(DatabaseAddress target) {
    directory = target.directory().orElseThrow();
    filling = directory.resolve(FILLING);
    address = target.sparingIn(filling);
    close();
  }

  /// Makes it, with the schema of this version, and lets it be filled.
  void fill(Consumer<Database> rows) {
    try {
      Files.createDirectory(filling, OwnerOnly.folderAttributes(filling));
    } catch (IOException e) {
      throw new UncheckedIOException("making " + filling, e);
    }
    try (Database database = Database.open(address)) {
      rows.accept(database);
      database.update(
          "setting the usual limits",
          handle -> DatabaseAddress.USUAL_MEMORY.forEach(handle::execute));
    }
  }

  /// Has it take its place, at the latest when the directory is held again.
  ///
  /// @throws UncheckedIOException if nothing has changed
  void decide() {
    try {
      Set<String> parts = parts();
      if (!parts.equals(PARTS)) {
        throw new FileSystemException(filling + " is not a whole database: " + parts);
      }
      for (Path file : list(filling)) {
        sync(file);
      }
      Files.move(filling, directory.resolve(FILLED), StandardCopyOption.ATOMIC_MOVE);
      syncDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("putting a restored database in its place", e);
    }
  }

  /// Throws away what was not decided.
  @Override
  public void close() {
    try {
      delete(filling);
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + filling, e);
    }
  }

  /// Whether a restored database waits in a directory to take its place.
  static boolean isDecided(Path directory) {
    return Files.isDirectory(directory.resolve(FILLED));
  }

  /// Completes what was decided in a directory, and throws away what was not.
  static void settle(Path directory) throws IOException {
    Path filled = directory.resolve(FILLED);
    if (Files.isDirectory(filled)) {
      for (Path file : list(filled)) {
        takePlace(file, directory);
      }
      syncDirectory(directory);
      Files.delete(filled);
    }
    delete(directory.resolve(FILLING));
  }

  /// Before the first part moves, all that the former database has beyond its parts must be gone.
  private static void takePlace(Path part, Path directory) throws IOException {
    String name = part.getFileName().toString();
    for (String other : LEFT_BY_OTHERS) {
      Files.deleteIfExists(directory.resolve(name.substring(0, name.lastIndexOf('.') + 1) + other));
    }
    Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private Set<String> parts() throws IOException {
    return list(filling).stream()
        .map(file -> file.toString().substring(file.toString().lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Not every system can; those that cannot keep names in order by themselves.
  private static void syncDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : tree(folder).reversed()) {
        Files.delete(file);
      }
    }
  }

  /// A file or folder and all that is in it, each folder before what is in it.
  static List<Path> tree(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause(); // met on the way
    }
  }
}
