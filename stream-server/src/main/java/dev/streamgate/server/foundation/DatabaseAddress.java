package dev.streamgate.server.foundation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the database is and who we are there. As text it is only the place: an address may hold a
/// password.
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final String FILE_PREFIX = "jdbc:hsqldb:file:";

  /// Properties of the embedded database: readers never wait for writers, a commit is on the disk
  /// before it is answered, tables stay on disk instead of in memory, and our own lock on the data
  /// directory replaces the database's, which outlives a killed process. What lists and counts read
  /// stays in memory up to 400 000 rows or 100 MB, without which each of them reads the disk again;
  /// a database made before this was said keeps its own, smaller limits.
  private static final String HSQLDB_PROPERTIES =
      ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.default_table_type=cached"
          + ";hsqldb.lock_file=false;sql.syntax_pgs=true;shutdown=true";

  /// Ends the opening at what cannot be replayed of the log, instead of leaving out all the rest.
  private static final String FULL_REPLAY = ";hsqldb.full_log_replay=true";

  private static final String CACHE = ";hsqldb.cache_rows=400000;hsqldb.cache_size=100000";

  /// Enough to fill a database whose rows nobody reads meanwhile.
  private static final String SMALL_CACHE = ";hsqldb.cache_rows=50000;hsqldb.cache_size=10000";

  /// Gives a database that was made with little memory what others have.
  static final List<String> USUAL_MEMORY =
      List.of("SET FILES CACHE ROWS 400000", "SET FILES CACHE SIZE 100000");

  private static final String POSTGRESQL = "jdbc:postgresql:";

  /// The embedded database in a directory.
  public static DatabaseAddress embedded(Path directory) {
    return hsqldb(FILE_PREFIX + directory.resolve("streamgate"));
  }

  /// An embedded database under an explicit HSQLDB address.
  public static DatabaseAddress hsqldb(String jdbcUrl) {
    return new DatabaseAddress(jdbcUrl + HSQLDB_PROPERTIES + CACHE, "SA", "");
  }

  /// Reads a configured address.
  ///
  /// @throws IllegalArgumentException if it names no database we know
  static DatabaseAddress parse(String jdbcUrl) {
    if (jdbcUrl.startsWith(POSTGRESQL)) {
      refuseAccount(jdbcUrl);
      return new DatabaseAddress(jdbcUrl, null, null);
    }
    if (!jdbcUrl.startsWith(FILE_PREFIX) && !jdbcUrl.startsWith("jdbc:hsqldb:mem:")) {
      throw new IllegalArgumentException("unknown database");
    }
    return hsqldb(jdbcUrl);
  }

  /// The same place under an account that was named; what was not named stays as it is.
  DatabaseAddress as(Optional<String> givenUser, Optional<String> givenPassword) {
    return new DatabaseAddress(
        jdbcUrl,
        givenUser.isPresent() ? givenUser.get() : user,
        givenPassword.isPresent() ? givenPassword.get() : password);
  }

  /// A new database of the same name and account in another directory, which takes little memory.
  DatabaseAddress sparingIn(Path other) {
    Path name = file().orElseThrow().getFileName();
    return new DatabaseAddress(
        FILE_PREFIX + other.resolve(name) + HSQLDB_PROPERTIES + SMALL_CACHE, user, password);
  }

  /// The address by which an embedded database is opened that must not lose what its log holds.
  String jdbcUrlOfWholeLog() {
    return jdbcUrl + FULL_REPLAY;
  }

  /// Whether it is a server that others may use as well.
  public boolean isPostgresql() {
    return jdbcUrl.startsWith(POSTGRESQL);
  }

  /// Whether there is surely nothing in it: nobody made it yet, nor restored it.
  public boolean isSurelyNew() {
    return !isPostgresql()
        && files().map(EmbeddedFiles::isNew).orElse(true)
        && directory().filter(DatabaseAside::isDecided).isEmpty();
  }

  /// Refuses an embedded database of which some files are there and others are not, unless a
  /// restored one is about to take their place.
  ///
  /// @throws DamagedDatabaseException if that is so
  public void requireWhole() {
    if (directory().filter(DatabaseAside::isDecided).isEmpty()) {
      files().ifPresent(EmbeddedFiles::check);
    }
  }

  /// The directory of an embedded database in files.
  public Optional<Path> directory() {
    return file().map(Path::toAbsolutePath).map(Path::getParent);
  }

  /// The files of an embedded database in files.
  Optional<EmbeddedFiles> files() {
    return files(FreeSpace.OF_DISKS);
  }

  Optional<EmbeddedFiles> files(FreeSpace disk) {
    return file().map(it -> new EmbeddedFiles(it, disk));
  }

  private Optional<Path> file() {
    if (!jdbcUrl.startsWith(FILE_PREFIX)) {
      return Optional.empty();
    }
    int end = jdbcUrl.indexOf(';');
    return Optional.of(
        Path.of(jdbcUrl.substring(FILE_PREFIX.length(), end < 0 ? jdbcUrl.length() : end)));
  }

  /// The driver takes what stands before the host for a part of its name, and would tell it in its
  /// errors, password and all.
  private static void refuseAccount(String jdbcUrl) {
    int query = jdbcUrl.indexOf('?');
    String place = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
    if (place.contains("@")) {
      throw new IllegalArgumentException("an account in the address");
    }
  }

  @Override
  public String toString() {
    return jdbcUrl.replaceFirst("[?;].*", "");
  }
}
