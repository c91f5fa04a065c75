package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.BackupArchive;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.DatabaseAddress;
import dev.streamgate.server.foundation.Restore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A backup taken while staff make and revoke tickets holds each of their transactions whole or not
/// at all, and all that were answered before it began, whichever database it is restored into.
@OnEveryDatabase
@Timeout(180)
class BusyBackupTest {
  private static final int STAFF = 4;
  private static final int BATCH = 7;
  private static final int REVOKED = 3;

  @TempDir Path folder;

  private final TestDatabase kind;
  private final AtomicInteger batches = new AtomicInteger();
  private final AtomicInteger revocations = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  BusyBackupTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void everyTransactionIsWholeInIt() throws InterruptedException {
    Path zip = folder.resolve("busy.zip");
    int sold;
    int soldAfter;
    try (RunningServer server = RunningServer.start(folder, kind.settings())) {
      List<Thread> staff = work(server);
      await(10);
      sold = batches.get();
      int revoked = revocations.get();
      TypedVerb backup =
          TypedVerb.run(
              Map.of("DATA_DIR", folder.resolve("data").toString()), "backup", zip.toString());
      assertThat(backup.status()).as(backup.err()).isZero();
      soldAfter = batches.get() + STAFF;
      await(sold + 10);
      over.set(true);
      for (Thread one : staff) {
        one.join();
      }
      assertThat(batches.get()).isGreaterThan(sold);
      assertThat(revoked).isPositive();
    }

    for (TestDatabase other : TestDatabase.values()) {
      isIn(other, zip, sold, soldAfter);
    }
  }

  private void isIn(TestDatabase other, Path zip, int sold, int soldAfter) {
    try (Database restored = restored(other, zip)) {
      assertThat(number(restored, "SELECT COUNT(*) FROM audit_log WHERE action='TOKENS_GENERATED'"))
          .isBetween((long) sold, (long) soldAfter);
      isWhole(restored);
    }
  }

  private void isWhole(Database restored) {
    long made = number(restored, "SELECT COUNT(*) FROM audit_log WHERE action='TOKENS_GENERATED'");
    long bulks =
        number(restored, "SELECT COUNT(*) FROM audit_log WHERE action='TOKENS_BULK_REVOKED'");
    assertThat(number(restored, "SELECT COUNT(*) FROM tickets")).isEqualTo(BATCH * made);
    for (String sql :
        List.of(
            "SELECT COUNT(*) FROM tickets WHERE is_revoked = TRUE",
            "SELECT COUNT(*) FROM changes WHERE kind = 'REVOKED'",
            "SELECT COUNT(*) FROM audit_log WHERE action = 'TOKEN_REVOKED'",
            """
            SELECT COUNT(*) FROM tickets
            JOIN changes ON changes.code = tickets.code
            JOIN audit_log ON audit_log.ticket_id = tickets.id
                AND audit_log.action = 'TOKEN_REVOKED'
            WHERE tickets.is_revoked = TRUE
            """)) {
      assertThat(number(restored, sql)).as(sql).isEqualTo(REVOKED * bulks);
    }
    assertThat(number(restored, "SELECT MAX(seq) FROM changes"))
        .isEqualTo(number(restored, "SELECT last_seq FROM change_counter"));
    assertThat(number(restored, "SELECT SUM(tickets) FROM ticket_tallies")).isEqualTo(BATCH * made);
  }

  private Database restored(TestDatabase other, Path zip) {
    DatabaseAddress target =
        other == TestDatabase.HSQLDB
            ? DatabaseAddress.embedded(folder.resolve("restored"))
            : other.address();
    try (BackupArchive archive = BackupArchive.open(zip)) {
      assertThat(
              new Restore(folder.resolve("restored"), target, InstantSource.system())
                  .run(archive, false, _ -> {}))
          .isInstanceOf(Restore.Outcome.Done.class);
    }
    return Database.open(target);
  }

  private List<Thread> work(RunningServer server) {
    GateCalls calls = new GateCalls(server);
    String event = calls.createEvent("A rush", "never");
    List<Thread> staff = new ArrayList<>();
    for (int i = 0; i < STAFF; i++) {
      staff.add(Thread.ofVirtual().start(() -> sellAndRevoke(calls, event)));
    }
    return staff;
  }

  private void sellAndRevoke(GateCalls calls, String event) {
    while (!over.get()) {
      JsonNode made =
          GateCalls.json(
                  calls.staff(
                      "POST", "events/" + event + "/tokens/generate", Map.of("count", BATCH)))
              .path("data");
      assertThat(made).hasSize(BATCH);
      batches.incrementAndGet();
      List<String> ids = made.findValuesAsText("id").subList(0, REVOKED);
      calls.staff("POST", "tokens/bulk-revoke", Map.of("tokenIds", ids));
      revocations.incrementAndGet();
    }
  }

  private void await(int wanted) throws InterruptedException {
    while (batches.get() < wanted) {
      Thread.sleep(20);
    }
  }

  private static long number(Database database, String sql) {
    return database.query("counting", handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
