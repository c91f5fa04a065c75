package dev.streamgate.server.foundation;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the database is and who we are there.
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final String FILE_PREFIX = "jdbc:hsqldb:file:";

  /// Properties of the embedded database: readers never wait for writers, a commit is on the disk
  /// before it is answered, tables stay on disk instead of in memory, and our own lock on the data
  /// directory replaces the database's, which outlives a killed process.
  private static final String HSQLDB_PROPERTIES =
      ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.default_table_type=cached"
          + ";hsqldb.lock_file=false;sql.syntax_pgs=true;shutdown=true";

  /// The embedded database in a directory.
  public static DatabaseAddress embedded(Path directory) {
    return hsqldb(FILE_PREFIX + directory.resolve("streamgate"));
  }

  /// An embedded database under an explicit HSQLDB address.
  public static DatabaseAddress hsqldb(String jdbcUrl) {
    return new DatabaseAddress(jdbcUrl + HSQLDB_PROPERTIES, "SA", "");
  }

  /// Reads a configured address.
  ///
  /// @throws IllegalArgumentException if it names no database we know
  static DatabaseAddress parse(String jdbcUrl) {
    if (!jdbcUrl.startsWith(FILE_PREFIX) && !jdbcUrl.startsWith("jdbc:hsqldb:mem:")) {
      throw new IllegalArgumentException("unknown database");
    }
    return hsqldb(jdbcUrl);
  }

  /// The directory of an embedded database in files.
  public Optional<Path> directory() {
    if (!jdbcUrl.startsWith(FILE_PREFIX)) {
      return Optional.empty();
    }
    int end = jdbcUrl.indexOf(';');
    Path file = Path.of(jdbcUrl.substring(FILE_PREFIX.length(), end < 0 ? jdbcUrl.length() : end));
    return Optional.ofNullable(file.toAbsolutePath().getParent());
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
