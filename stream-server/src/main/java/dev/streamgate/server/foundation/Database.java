package dev.streamgate.server.foundation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/// The one database of the server: its connections, its migrations and its transactions.
/// Thread-safe.
public final class Database implements AutoCloseable {
  private final HikariDataSource connections;
  private final Jdbi jdbi;
  private final StatementCounter counter;

  private Database(HikariDataSource connections, Jdbi jdbi, StatementCounter counter) {
    this.connections = connections;
    this.jdbi = jdbi;
    this.counter = counter;
  }

  /// Opens the database and brings its schema up to date.
  ///
  /// @throws StorageException if it cannot be opened or was written by a newer version
  public static Database open(DatabaseAddress address) {
    HikariDataSource connections = connect(address);
    try {
      migrate(connections);
    } catch (FlywayException e) {
      connections.close();
      throw new StorageException("upgrading the database", e);
    }
    Jdbi jdbi = Jdbi.create(connections);
    StatementCounter counter = new StatementCounter();
    jdbi.setSqlLogger(counter);
    // The default message shows the bound values, and codes and hashes are among them.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerColumnMapper(Instant.class, Database::instant);
    return new Database(connections, jdbi, counter);
  }

  /// Runs statements on one connection: that of the surrounding transaction if there is one.
  ///
  /// @param doing what is being done, for the log, such as "reading a ticket"
  /// @throws StorageException if a statement fails
  public <T> T query(String doing, Function<Handle, T> statements) {
    try {
      return jdbi.withHandle(statements::apply);
    } catch (JdbiException e) {
      throw new StorageException(doing, e);
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

  /// Runs work in one transaction: all of its statements count, or none. Work that is already in a
  /// transaction joins it.
  public <T> T inTransaction(Supplier<T> work) {
    return jdbi.inTransaction(handle -> work.get());
  }

  /// How many statements have run since the start.
  public long statements() {
    return counter.count();
  }

  @Override
  public void close() {
    connections.close();
  }

  private static HikariDataSource connect(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(10);
    config.setPoolName("streamgate-database");
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }

  private static void migrate(HikariDataSource connections) {
    Flyway.configure().dataSource(connections).locations("classpath:db/migration").load().migrate();
  }

  private static @Nullable Instant instant(
      java.sql.ResultSet row, int column, org.jdbi.v3.core.statement.StatementContext context)
      throws java.sql.SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /// Binds instants as UTC timestamps with time zone, which both databases understand.
  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }
}
