package dev.streamgate.server.foundation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Stream;
import org.hsqldb.HsqlException;

/// A connection that is made before anything depends on the database, so that a wrong address is
/// told in plain words and without what is secret in it. It stays open until there are others: an
/// embedded database shuts down with its last one.
final class FirstConnection implements AutoCloseable {
  /// Seconds after which a PostgreSQL that does not answer is given up, unless the address names
  /// its own `socketTimeout`: a network that has swallowed a connection does not say so.
  static final String LONGEST_WAIT = "30";

  private static final String ENCODING = "UTF8";
  private static final String GENERAL = "S1000";
  private static final String UNOPENED = "DATABASE_URL must be a database that can be opened";
  private static final String FULL =
      "Configuration error: DATABASE_URL must be a database whose disk has room: %s.";
  private static final String CLOSED =
      "DATABASE_URL must be a database whose files the user of the server may read and write";
  private static final String AWAY = "DATABASE_URL must be a database that can be reached";

  private final Connection connection;
  private final DatabaseAddress address;

  private FirstConnection(Connection connection, DatabaseAddress address) {
    this.connection = connection;
    this.address = address;
  }

  /// @throws ConfigurationException if the database cannot be used
  /// @throws DamagedDatabaseException if its files are seen to be damaged
  static FirstConnection to(DatabaseAddress address) {
    address.files().ifPresent(EmbeddedFiles::settle);
    address.files().ifPresent(EmbeddedFiles::check);
    try {
      FirstConnection first = new FirstConnection(open(address), address);
      first.check();
      return first;
    } catch (SQLException e) {
      throw told(e, address);
    }
  }

  private static RuntimeException told(SQLException failure, DatabaseAddress address) {
    if (isFull(failure, address)) {
      return ConfigurationException.atPresent(FULL.formatted(address));
    }
    String state = SqlState.of(failure).orElse("unknown");
    if (address.files().isPresent()) {
      EmbeddedFiles files = address.files().get();
      Optional<Throwable> refusal = SystemRefusal.in(failure);
      if (refusal.isPresent()) {
        return refused(refusal.get(), files, address);
      }
      if (state.equals(GENERAL)) {
        return damage(failure, files);
      }
    }
    return isAway(state)
        ? ConfigurationException.atPresent(text(AWAY, address))
        : refusal(reason(state), address);
  }

  /// Rights do not change by themselves; all else may pass.
  private static ConfigurationException refused(
      Throwable refusal, EmbeddedFiles files, DatabaseAddress address) {
    return files.areOpen()
        ? ConfigurationException.atPresent(
            text(
                "DATABASE_URL must be a database whose files the system reads and writes (%s)"
                    .formatted(refusal.getMessage()),
                address))
        : refusal(CLOSED, address);
  }

  private static boolean isFull(SQLException failure, DatabaseAddress address) {
    return DatabaseAilment.of(failure, address.files())
        .filter(DatabaseAilment.FULL_DISK::equals)
        .isPresent();
  }

  /// Rows that its script leads to are read when the script is.
  private static DamagedDatabaseException damage(SQLException failure, EmbeddedFiles files) {
    OptionalLong line = EmbeddedLog.failedLine(failure);
    if (line.isPresent()) {
      return EmbeddedLog.damage(files.logFile(), line.getAsLong(), failure);
    }
    boolean isOfRows =
        Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(cause ->
                cause instanceof HsqlException inner
                    && DatabaseAilment.UNREADABLE.contains(inner.getErrorCode()));
    return new DamagedDatabaseException(
        isOfRows ? files.rows() : files.script(), "cannot be read", failure);
  }

  /// Whether nothing is left to migrate.
  boolean hasAll(KnownMigrations migrations) {
    return migrations.areAllDone(connection);
  }

  /// The connection itself, for whoever looks without changing anything.
  Connection connection() {
    return connection;
  }

  /// How commits to this database are made to last.
  ///
  /// @throws ConfigurationException if its disk is full
  GroupCommit commits() {
    try {
      return GroupCommit.of(connection);
    } catch (SQLException e) {
      if (isFull(e, address)) {
        throw ConfigurationException.atPresent(FULL.formatted(address));
      }
      throw new StorageException("taking over the log of the database", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("closing the first connection", e);
    }
  }

  /// The embedded database keeps every text.
  private void check() throws SQLException {
    if (address.isPostgresql() && !ENCODING.equals(encoding(connection))) {
      connection.close();
      throw refusal("DATABASE_URL must be a database with the encoding UTF8", address);
    }
  }

  private static Connection open(DatabaseAddress address) throws SQLException {
    Properties account = new Properties();
    Optional.ofNullable(address.user()).ifPresent(user -> account.put("user", user));
    Optional.ofNullable(address.password()).ifPresent(it -> account.put("password", it));
    if (address.isPostgresql()) {
      account.put("socketTimeout", LONGEST_WAIT);
    }
    Optional<EmbeddedLog> log = address.files().flatMap(EmbeddedFiles::log);
    return log.isPresent()
        ? replay(log.get(), address, account)
        : DriverManager.getConnection(address.jdbcUrl(), account);
  }

  /// A log is read up to an end that a kill or a power cut left unfinished, and whole otherwise.
  private static Connection replay(EmbeddedLog log, DatabaseAddress address, Properties account)
      throws SQLException {
    try {
      return DriverManager.getConnection(address.jdbcUrlOfWholeLog(), account);
    } catch (SQLException e) {
      if (!log.isUnfinishedAt(e)) {
        throw e;
      }
      return DriverManager.getConnection(address.jdbcUrl(), account);
    }
  }

  private static String encoding(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_encoding")) {
      row.next();
      return row.getString(1);
    }
  }

  /// A server that wants a password and gets none is refused by the driver itself, with 08004.
  private static String reason(String state) {
    if (state.startsWith("28") || state.equals("08004")) {
      return "DATABASE_USER and DATABASE_PASSWORD must be an account of the database";
    }
    if (state.equals("3D000")) {
      return "DATABASE_URL must be a database that exists";
    }
    return UNOPENED + " (SQL state " + state + ")";
  }

  /// It cannot be reached, is starting or stopping, or has no connection left.
  private static boolean isAway(String state) {
    return (state.startsWith("08") && !state.equals("08004"))
        || state.startsWith("57P")
        || state.startsWith("53");
  }

  private static ConfigurationException refusal(String problem, DatabaseAddress address) {
    return ConfigurationException.of(text(problem, address));
  }

  private static String text(String problem, DatabaseAddress address) {
    return "Configuration error: %s: %s.".formatted(problem, address);
  }
}
