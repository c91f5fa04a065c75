package dev.streamgate.server.foundation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one database of the server: its connections, its migrations and its transactions.
/// Thread-safe.
public final class Database implements AutoCloseable {
  /// What the driver takes for no limit: upgrading a large database may take long.
  private static final String FOREVER = "0";

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int REPETITIONS = 3;
  private static final long LONGEST_WAIT_FOR_CONNECTION_MILLIS = 10_000;
  private static final long FIRST_PAUSE_MILLIS = 25;

  private final HikariDataSource connections;
  private final Jdbi jdbi;
  private final StatementCounter counter;
  private final GroupCommit commits;
  private final DatabaseHealth health;

  private Database(
      HikariDataSource connections,
      Jdbi jdbi,
      StatementCounter counter,
      GroupCommit commits,
      DatabaseHealth health) {
    this.connections = connections;
    this.jdbi = jdbi;
    this.counter = counter;
    this.commits = commits;
    this.health = health;
  }

  /// Opens the database and brings its schema up to date.
  ///
  /// @throws ConfigurationException if it cannot be opened or was written by a newer version
  /// @throws DamagedDatabaseException if its files are seen to be damaged
  /// @throws StorageException if upgrading it fails
  public static Database open(DatabaseAddress address) {
    try (FirstConnection first = FirstConnection.to(address)) {
      String kind = address.isPostgresql() ? "postgresql" : "hsqldb";
      if (!first.hasAll(KnownMigrations.of(kind))) {
        try (HikariDataSource patient = connect(address, FOREVER)) {
          Migrations.run(patient, kind);
        }
      }
      return migrated(address, first.commits());
    }
  }

  /// Opens a new embedded database whose schema is that of an older version.
  static Database openAt(int schema, DatabaseAddress address) {
    try (FirstConnection first = FirstConnection.to(address)) {
      try (HikariDataSource patient = connect(address, FOREVER)) {
        Migrations.runUpTo(schema, patient, address.isPostgresql() ? "postgresql" : "hsqldb");
      }
      return migrated(address, first.commits());
    }
  }

  private static Database migrated(DatabaseAddress address, GroupCommit commits) {
    HikariDataSource connections = connect(address, FirstConnection.LONGEST_WAIT);
    Jdbi jdbi = Jdbi.create(connections);
    StatementCounter counter = new StatementCounter();
    jdbi.setSqlLogger(counter);
    // The default message shows the bound values, and codes and hashes are among them.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new TextArgument());
    jdbi.registerColumnMapper(Instant.class, Database::instant);
    return new Database(
        connections, jdbi, counter, commits, new DatabaseHealth(commits, address.files()));
  }

  /// Runs statements on one connection: that of the surrounding transaction if there is one.
  /// Outside of a transaction, what they wrote outlasts a power cut when this returns.
  ///
  /// @param doing what is being done, for the log, such as "reading a ticket"
  /// @throws StorageException if a statement fails
  public <T> T query(String doing, Function<Handle, T> statements) {
    try {
      T result = jdbi.withHandle(statements::apply);
      commits.await();
      return result;
    } catch (JdbiException e) {
      throw health.failure(doing, e);
    }
  }

  /// Like {@link #query}, for statements that return nothing.
  public void update(String doing, Consumer<Handle> statements) {
    query(
        doing,
        handle -> {
          statements.accept(handle);
          return Optional.empty();
        });
  }

  /// Like {@link #query}, for what others act upon who would not notice that it is gone. A commit
  /// can be read for some milliseconds before it outlasts a power cut; what this reads outlasts it.
  public <T> T queryLasting(String doing, Function<Handle, T> reading) {
    T result = query(doing, reading);
    commits.everything();
    return result;
  }

  /// Reads in one transaction that sees everything as it was at its first statement, whatever
  /// others write meanwhile; it hinders nobody.
  ///
  /// @param doing what is being done, for the log
  /// @throws StorageException if a statement fails
  public <T> T atOneMoment(String doing, Function<Handle, T> reading) {
    try {
      return jdbi.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          handle -> {
            handle.setReadOnly(true);
            return reading.apply(handle);
          });
    } catch (JdbiException e) {
      throw health.failure(doing, e);
    }
  }

  /// Runs work in one transaction: all of its statements count, or none. Work that is already in a
  /// transaction joins it. If the database gives a transaction up in favour of another one, which
  /// is how it ends a deadlock, the whole of it is run again, three times at most; so the work may
  /// run more than once, and what it does outside the database must bear that. When the outermost
  /// transaction returns, what it wrote outlasts a power cut.
  public <T> T inTransaction(Supplier<T> work) {
    T result =
        jdbi.withHandle(handle -> handle.isInTransaction() ? work.get() : whole(handle, work));
    commits.await();
    return result;
  }

  private <T> T whole(Handle handle, Supplier<T> work) {
    for (int run = 1; ; run++) {
      try {
        T result = handle.inTransaction(inner -> work.get());
        counter.committed();
        return result;
      } catch (RuntimeException e) {
        if (run > REPETITIONS || !SqlState.isRepeatable(e)) {
          health.note(e);
          throw e;
        }
        letOthersEnd(run);
      }
    }
  }

  /// Waits longer each time. Whoever came again at once could take the very lock for which the
  /// other transaction has been let live.
  private static void letOthersEnd(int run) {
    try {
      TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE_MILLIS << (run - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("waiting to repeat a transaction", e);
    }
  }

  /// How many statements have run since the start.
  public long statements() {
    return counter.count();
  }

  /// How often something was made to last since the start: transactions, and statements outside of
  /// one that write.
  public long commits() {
    return counter.commits();
  }

  /// How often the embedded database's log was synced since the start, which transactions that end
  /// at the same time share; 0 for a database that sees to that itself.
  public long syncs() {
    return commits.syncs();
  }

  /// What is wrong with it at present, as far as those who used it have met it.
  public Optional<DatabaseAilment> ailment() {
    return health.ailment();
  }

  /// The files of an embedded one.
  Optional<EmbeddedFiles> files() {
    return health.files();
  }

  /// What of damaged files is in memory is written to none of them.
  @Override
  public void close() {
    if (health.isDamaged()) {
      leaveFiles();
    }
    connections.close();
  }

  /// The pool ends before the database does: it would open that anew to have enough connections.
  private void leaveFiles() {
    try (Connection last =
            DriverManager.getConnection(
                connections.getJdbcUrl(), connections.getUsername(), connections.getPassword());
        Statement end = last.createStatement()) {
      connections.close();
      end.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      LOG.debug("A damaged database had ended before", e);
    }
  }

  private static HikariDataSource connect(DatabaseAddress address, String longestWait) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(LONGEST_WAIT_FOR_CONNECTION_MILLIS);
    config.setPoolName("streamgate-database");
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    if (address.isPostgresql()) {
      config.addDataSourceProperty("socketTimeout", longestWait);
      config.addDataSourceProperty("tcpKeepAlive", "true");
      // The details of a failure show values, and codes and hashes are among them.
      config.addDataSourceProperty("logServerErrorDetail", "false");
    }
    return new HikariDataSource(config);
  }

  private static @Nullable Instant instant(
      java.sql.ResultSet row, int column, org.jdbi.v3.core.statement.StatementContext context)
      throws java.sql.SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /// Binds instants as UTC timestamps with time zone, which both databases understand, and in whole
  /// milliseconds, as both keep them: left to themselves one cuts off the rest and the other
  /// rounds.
  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(
              position, value.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }
  }

  /// Binds text with U+FFFD in the place of U+0000, which PostgreSQL can neither keep nor compare
  /// with; nobody types it, but it can be sent.
  private static final class TextArgument extends AbstractArgumentFactory<String> {
    TextArgument() {
      super(java.sql.Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, value.replace('\0', '\uFFFD'));
    }
  }
}
