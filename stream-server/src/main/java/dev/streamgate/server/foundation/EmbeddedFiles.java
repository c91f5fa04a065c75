package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/// The files of an embedded database, of which each is worth nothing without the others.
final class EmbeddedFiles {
  /// How the script says where in the file of rows a table begins.
  private static final String BEGINS = " INDEX '";

  /// The file of rows grows to twice its size, up to this.
  private static final long LARGEST_STEP = 64L << 20;

  private static final long SMALLEST_STEP = 1L << 20;

  /// What the database writes before it takes the place of its namesake.
  private static final String NEW = ".new";

  /// The state of a database that did not end in order: it will read its log.
  private static final String MODIFIED = "yes";

  /// What stands in the properties of each database that was opened once.
  private static final Set<String> STATES =
      Set.of("no", MODIFIED, "no-new-files", "yes-new-files", "yes-new-files-data");

  private static final List<String> PARTS =
      List.of(".script", ".properties", ".data", ".log", ".backup", ".lobs", ".restored");

  private final Path file;
  private final FreeSpace disk;

  /// What is left on the disk. A disk that cannot be asked is no full one.
  enum Room {
    ENOUGH,
    TOO_LITTLE,
    UNKNOWN
  }

  /// @param file their common name, without what tells them apart
  EmbeddedFiles(Path file, FreeSpace disk) {
    this.disk = disk;
    this.file = file.toAbsolutePath().normalize();
  }

  /// The file that holds the tables' rows.
  Path rows() {
    return part(".data");
  }

  /// The file that says what tables there are.
  Path script() {
    return part(".script");
  }

  /// The file of what was done since the last checkpoint.
  Path logFile() {
    return part(".log");
  }

  private Path properties() {
    return part(".properties");
  }

  /// Removes what a kill leaves while the database writes its properties: an empty file, with which
  /// it takes itself for new. Without one it takes itself for modified, and reads its log.
  void settle() {
    try {
      if (!isFilled(properties())) {
        Files.deleteIfExists(properties());
      }
    } catch (IOException e) {
      // What may not be removed is told by the look.
    }
  }

  /// Looks before the database does, which would make what is missing anew. A database that was
  /// killed while it put a new file in the place of one completes that by itself.
  ///
  /// @throws DamagedDatabaseException if one of the files is gone or empty, and another one is not,
  ///   or the one that says in which state they are says nothing
  void check() {
    if (isFilled(rows()) && !isFilled(script()) && !isFilled(part(".script" + NEW))) {
      throw lost(script());
    }
    if (!isFilled(rows()) && !isFilled(part(".data" + NEW)) && namesRows()) {
      throw lost(rows());
    }
    if (isFilled(script()) && !STATES.contains(state())) {
      throw unknownState();
    }
  }

  /// The log, if the database will read it when it is opened.
  ///
  /// @throws DamagedDatabaseException if it is damaged where it matters
  Optional<EmbeddedLog> log() {
    try {
      return state().equals(MODIFIED) && isFilled(logFile())
          ? Optional.of(EmbeddedLog.read(logFile()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the database will tell
    }
  }

  /// In which state the database was left, or takes itself to be without its properties.
  private String state() {
    if (!isFilled(properties())) {
      return MODIFIED;
    }
    Properties state = new Properties();
    try (InputStream in = Files.newInputStream(properties())) {
      state.load(in);
      return state.getProperty("modified", "");
    } catch (IllegalArgumentException e) {
      return "";
    } catch (IOException e) {
      return MODIFIED; // the database will tell
    }
  }

  /// Whether the file of rows could grow once more, by what the disk says.
  Room room() {
    try {
      Path grows = Files.exists(rows()) ? rows() : file.resolveSibling("");
      return disk.at(grows) > step() ? Room.ENOUGH : Room.TOO_LITTLE;
    } catch (IOException e) {
      return Room.UNKNOWN;
    }
  }

  /// The bytes by which the file of rows grows at once.
  long step() throws IOException {
    return Math.clamp(size(rows()), SMALLEST_STEP, LARGEST_STEP);
  }

  /// Whether this user may read and write all of them.
  boolean areOpen() {
    try {
      return present().stream().allMatch(it -> Files.isReadable(it) && Files.isWritable(it))
          && Files.isWritable(file.resolveSibling(""));
    } catch (IOException e) {
      return false;
    }
  }

  private static DamagedDatabaseException lost(Path part) {
    String what = Files.exists(part) ? "is empty" : "is missing";
    return new DamagedDatabaseException(part, what, new NoSuchFileException(part.toString()));
  }

  /// The database would begin a new log in the place of the one that is there.
  private DamagedDatabaseException unknownState() {
    return new DamagedDatabaseException(
        properties(), "cannot be read", new StreamCorruptedException("no known state"));
  }

  private boolean namesRows() {
    if (!isFilled(script())) {
      return false;
    }
    try (Stream<String> lines = Files.lines(script(), StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.startsWith("SET TABLE ") && line.contains(BEGINS));
    } catch (IOException e) {
      return false; // the database will tell
    }
  }

  private static boolean isFilled(Path part) {
    try {
      return size(part) > 0;
    } catch (IOException e) {
      return true; // the database will tell
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /// Those that are there, what a kill has left in the middle of an exchange of files, and the
  /// folder in which a restored one waits to take their place.
  List<Path> present() throws IOException {
    try (Stream<Path> all = Files.list(file.resolveSibling(""))) {
      return all.filter(it ->
              PARTS.stream()
                  .anyMatch(suffix -> it.equals(part(suffix)) || it.equals(part(suffix + NEW))))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Whether nobody made it yet. What is made first is the script; a new one takes its place by way
  /// of a moment in which there is only that.
  boolean isNew() {
    return !Files.exists(script()) && !Files.exists(part(".script" + NEW));
  }

  private Path part(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
