package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DatabaseTest {
  private static final String CODE = "7K3M9QWX2HTW";

  private final TestDatabase kind;
  private final DatabaseAddress address;
  private final Database database;

  DatabaseTest(TestDatabase kind) {
    this.kind = kind;
    address = kind.address();
    database = Database.open(address);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @RepeatedTest(5)
  void ofTwoTransactionsThatWaitForEachOtherBothSucceed()
      throws InterruptedException, ExecutionException {
    set("one", "");
    set("two", "");
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    AtomicInteger runs = new AtomicInteger();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> works =
          List.of(
              () -> database.inTransaction(() -> append("one", "two", bothHoldOne, runs)),
              () -> database.inTransaction(() -> append("two", "one", bothHoldOne, runs)));
      for (Future<String> work : threads.invokeAll(works)) {
        work.get();
      }
    }

    assertThat(runs).as("one was undone and came again").hasValueGreaterThan(2);
    assertThat(setting("one")).isEqualTo("++");
    assertThat(setting("two")).isEqualTo("++");
  }

  @Test
  void whatKeepsConflictingIsGivenUpAfterThreeRepetitions() {
    AtomicInteger runs = new AtomicInteger();

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> database.inTransaction(() -> conflict(runs)));

    assertThat(runs).hasValue(4);
  }

  @Test
  void onlyTheOutermostTransactionIsRepeated() {
    AtomicInteger outer = new AtomicInteger();
    AtomicInteger inner = new AtomicInteger();

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() ->
            database.inTransaction(() -> {
              outer.incrementAndGet();
              return database.inTransaction(() -> conflict(inner));
            }));

    assertThat(inner.get()).isEqualTo(outer.get()).isEqualTo(4);
  }

  @Test
  void otherFailuresAreNotRepeated() {
    AtomicInteger runs = new AtomicInteger();
    Supplier<String> work =
        () -> {
          runs.incrementAndGet();
          set("one", "");
          set("one", "");
          return "";
        };

    assertThatThrownBy(() -> database.inTransaction(work))
        .matches(SqlState::isUniqueViolation, "is a unique violation");
    assertThat(runs).hasValue(1);
    assertThat(settingsOf("one")).isZero();
  }

  @Test
  void aFailingStatementDoesNotShowItsValues() {
    set(CODE, "");

    Throwable twice = catchThrowable(() -> set(CODE, ""));
    Throwable broken =
        catchThrowable(() ->
            database.update(
                "reading a ticket",
                handle ->
                    handle
                        .createUpdate("UPDATE nothing SET code = :code")
                        .bind("code", CODE)
                        .execute()));

    assertThat(trace(twice)).contains("writing a setting").doesNotContain(CODE);
    assertThat(trace(broken)).contains("reading a ticket").doesNotContain(CODE);
  }

  @Test
  void instantsAreKeptInWholeMilliseconds() {
    Instant almostTheNext = MutableClock.NOON.plusNanos(999_999);

    database.update(
        "writing a change",
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO changes (seq, kind, changed_at) VALUES (1, 'REVOKED', :at)")
                .bind("at", almostTheNext)
                .execute());

    Instant kept =
        database.query(
            "reading a change",
            handle ->
                handle.createQuery("SELECT changed_at FROM changes").mapTo(Instant.class).one());
    assertThat(kept).isEqualTo(MutableClock.NOON);
  }

  @Test
  void aCharacterThatPostgresqlCannotKeepIsReplacedOnBoth() {
    set("one", "before\0after");

    assertThat(setting("one")).isEqualTo("before\uFFFDafter");
    assertThat(settingsOf("one")).isEqualTo(1);
  }

  @Test
  void postgresqlIsNotWaitedForLongerThanAsked() {
    assumeTrue(address.isPostgresql(), "the embedded database is not across a network");
    String own = address.jdbcUrl() + "&socketTimeout=5";

    assertThat(longestWait(database)).isEqualTo(30_000);
    try (Database impatient =
        Database.open(new DatabaseAddress(own, address.user(), address.password()))) {
      assertThat(longestWait(impatient)).isEqualTo(5_000);
    }
  }

  @Test
  void aCommitIsCountedForATransactionAndForAWriteOutsideOfOne() {
    long before = database.commits();

    set("one", "kept");
    assertThat(database.commits()).isEqualTo(before + 1);

    setting("one");
    assertThat(database.commits()).isEqualTo(before + 1);

    database.inTransaction(() -> {
      set("two", "kept");
      set("three", "kept");
      return setting("two");
    });
    assertThat(database.commits()).isEqualTo(before + 2);
  }

  @Test
  void itOpensAgainAsItWas() {
    set("one", "kept");

    try (Database again = Database.open(address)) {
      assertThat(again.statements()).isZero();
    }

    assertThat(setting("one")).isEqualTo("kept");
  }

  /// If this fails the list has to say what it expects.
  @Test
  void theListOfKnownMigrationsSaysWhatFlywayHasWritten() {
    Map<String, Integer> written =
        database.query(
            "reading the history",
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT "version" AS k, "checksum" AS v FROM "flyway_schema_history"
                        WHERE "version" IS NOT NULL
                        """)
                    .reduceRows(
                        new TreeMap<String, Integer>(),
                        (all, row) -> {
                          all.put(
                              row.getColumn("k", String.class), row.getColumn("v", Integer.class));
                          return all;
                        }));

    assertThat(known().checksums()).containsExactlyInAnyOrderEntriesOf(written);
  }

  @Test
  void aHistoryWithOneRowLessOrMoreOrOfAFailureIsNotWhatIsKnown() {
    assertThat(allKnownAreDoneAfter("")).isTrue();
    assertThat(
            allKnownAreDoneAfter("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '2'"))
        .isFalse();
    assertThat(
            allKnownAreDoneAfter(
                "UPDATE \"flyway_schema_history\" SET \"version\" = '99' WHERE \"version\" = '2'"))
        .isFalse();
    assertThat(
            allKnownAreDoneAfter(
                "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '2'"))
        .isFalse();
    assertThat(
            allKnownAreDoneAfter(
                "UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '2'"))
        .isFalse();
    assertThat(allKnownAreDoneAfter("ALTER TABLE \"flyway_schema_history\" RENAME TO \"gone\""))
        .isFalse();
  }

  @Test
  void whatANewerVersionWroteIsRefused() {
    database.update(
        "coming from the future",
        handle ->
            handle.execute(
                """
                INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description",
                    "type", "script", "installed_by", "execution_time", "success")
                VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 'x', 1,
                    TRUE)
                """));

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Database.open(address))
        .withMessage("Configuration error: The database was written by a newer version.");
  }

  @Test
  void aMigrationThatIsNotTheOneThatRanIsRefused() {
    database.update(
        "falsifying a check sum",
        handle ->
            handle.execute(
                """
                UPDATE "flyway_schema_history" SET "checksum" = 1 WHERE "version" = '1'
                """));

    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> Database.open(address));
  }

  private static int longestWait(Database database) {
    return database.query(
        "asking how long it waits",
        handle -> {
          try {
            return handle.getConnection().getNetworkTimeout();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private String append(String mine, String other, CountDownLatch bothHoldOne, AtomicInteger runs) {
    runs.incrementAndGet();
    append(mine);
    bothHoldOne.countDown();
    try {
      bothHoldOne.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    append(other);
    return mine;
  }

  private void append(String name) {
    database.update(
        "changing a setting",
        handle -> handle.execute("UPDATE settings SET value = value || '+' WHERE name = ?", name));
  }

  private String conflict(AtomicInteger runs) {
    runs.incrementAndGet();
    return database.query(
        "conflicting",
        handle -> {
          throw new UnableToExecuteStatementException(new SQLException("given up", "40001"), null);
        });
  }

  private KnownMigrations known() {
    return KnownMigrations.of(address.isPostgresql() ? "postgresql" : "hsqldb");
  }

  /// On a database of its own; an empty change is none.
  private boolean allKnownAreDoneAfter(String change) {
    DatabaseAddress other = kind.address();
    try (Database changed = Database.open(other)) {
      if (!change.isEmpty()) {
        changed.update("changing the history", handle -> handle.execute(change));
      }
      return changed.query("", handle -> known().areAllDone(handle.getConnection()));
    }
  }

  private void set(String name, String value) {
    database.update(
        "writing a setting",
        handle -> handle.execute("INSERT INTO settings (name, value) VALUES (?, ?)", name, value));
  }

  private String setting(String name) {
    return database.query(
        "reading a setting",
        handle ->
            handle
                .createQuery("SELECT value FROM settings WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .one());
  }

  private long settingsOf(String name) {
    return database.query(
        "counting",
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM settings WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .one());
  }
}
