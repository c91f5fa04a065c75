package dev.streamgate.server.foundation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Restore.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups of both kinds of database are restored into each of them.
@OnEveryDatabase
class RestoreTest {
  private static final byte[] SECRETS = "PLAYBACK_SIGNING_SECRET=one\n".getBytes(UTF_8);
  private static final byte[] OTHERS = "PLAYBACK_SIGNING_SECRET=two\n".getBytes(UTF_8);

  @TempDir Path folder;

  private final TestDatabase kind;
  private final MutableClock clock = MutableClock.atNoon();
  private Path data = Path.of("");
  private Path zip = Path.of("");
  private DatabaseAddress target = DatabaseAddress.hsqldb("jdbc:hsqldb:mem:none");

  RestoreTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void lay() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    zip = folder.resolve("backup.zip");
    target = fresh(kind, "data");
  }

  @Test
  void everyRowOfEitherKindComesBack() {
    boolean filled = false;
    for (TestDatabase source : EnumSet.allOf(TestDatabase.class)) {
      DatabaseAddress from = fresh(source, "source");
      FilledDatabase.fill(from);
      BackupManifest written = FilledDatabase.backUp(from, zip, Optional.empty());

      assertThat(restore(filled)).isInstanceOf(Outcome.Done.class);

      assertThat(sumsOfTarget()).isEqualTo(FilledDatabase.sums(written));
      filled = true;
      assertThat(written.tables()).allMatch(table -> table.rows() > 0);
    }
  }

  @Test
  void whatBelongsToTheServerIsMadeAnew() {
    backUpFilled(Optional.empty());
    restore(false);

    assertThat(FilledDatabase.settings(target)).containsExactly("appName", "settings-lock");
  }

  @Test
  void numbersGoOnAndTalliesAreRight() {
    backUpFilled(Optional.empty());
    restore(false);

    try (Database database = Database.open(target)) {
      FilledDatabase.run(
          database,
          "INSERT INTO audit_log (recorded_at, action) VALUES (?, 'RESTORED')",
          clock.instant());
      assertThat(number(database, "SELECT COUNT(*) FROM audit_log")).isEqualTo(4);
      assertThat(number(database, "SELECT SUM(tickets) FROM ticket_tallies"))
          .isEqualTo(FilledDatabase.TICKETS);
      assertThat(
              number(database, "SELECT SUM(tickets) FROM ticket_tallies WHERE is_revoked = TRUE"))
          .isEqualTo(234);
    }
  }

  @Test
  void aFilledDatabaseIsReplacedOnlyByForce() {
    backUpFilled(Optional.empty());
    try (Database database = Database.open(target)) {
      FilledDatabase.run(
          database,
          """
          INSERT INTO staff_accounts (id, username, password_hash, role, created_at)
          VALUES ('acc-2', 'otto', 'a hash', 'OWNER', ?)
          """,
          clock.instant());
    }

    assertThat(restore(false)).isEqualTo(new Outcome.Filled(0, 0, 1));
    assertThat(names()).isEqualTo("otto");
    assertThat(restore(true)).isInstanceOf(Outcome.Done.class);
    assertThat(names()).isEqualTo("olga");
  }

  @Test
  void rowsThatDoNotFitChangeNothing() throws IOException {
    backUpFilled(Optional.of(OTHERS));
    FilledDatabase.fill(target);
    Map<String, String> before = sumsOfTarget();
    Files.write(data.resolve("secrets.properties"), SECRETS);
    EditedBackup.of(zip).replace("tables/tickets.jsonl", "evt-1", "evt-9").resign().save();

    assertThatThrownBy(() -> restore(true))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("tables/tickets.jsonl");
    EditedBackup.of(zip)
        .replace("tables/tickets.jsonl", "evt-9", "evt-1")
        .replace("tables/audit_log.jsonl", "\"action\":\"TOKEN_REVOKED\"", "\"action\":7")
        .resign()
        .save();
    assertThatThrownBy(() -> restore(true))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("audit_log.action");

    assertThat(sumsOfTarget()).isEqualTo(before);
    assertThat(data.resolve("secrets.properties")).hasBinaryContent(SECRETS);
    assertThat(data.toFile().list((_, name) -> name.endsWith(".old"))).isEmpty();
  }

  @Test
  void aFailureAtTheEndUndoesEverything() {
    backUpFilled(Optional.of(SECRETS));
    Restore restore = new Restore(data, target, clock);
    try (BackupArchive archive = BackupArchive.open(zip)) {
      assertThatThrownBy(() ->
              restore.run(
                  archive,
                  false,
                  _ -> {
                    throw new IllegalStateException("the last straw");
                  }))
          .hasMessage("the last straw");
    }

    assertThat(DatabaseGlance.at(target, clock.instant()).isFilled()).isFalse();
    assertThat(data.resolve("secrets.properties")).doesNotExist();
  }

  /// A power cut in the middle: the embedded database is filled aside, and its parts take their
  /// places one after the other.
  @Test
  void whatBrokeOffIsThrownAwayOrCompleted() throws IOException {
    assumeThat(kind).isEqualTo(TestDatabase.HSQLDB);
    backUpFilled(Optional.empty());
    assertThat(restore(false)).isInstanceOf(Outcome.Done.class);
    Map<String, String> restored = sumsOfTarget();
    Path aside = Files.createDirectory(data.resolve("streamgate.restoring"));
    Files.writeString(aside.resolve("streamgate.script"), "half");
    hold();
    assertThat(aside).doesNotExist();
    assertThat(sumsOfTarget()).isEqualTo(restored);

    Path decided = Files.createDirectory(data.resolve("streamgate.restored"));
    Files.move(data.resolve("streamgate.data"), decided.resolve("streamgate.data"));
    Files.move(data.resolve("streamgate.script"), decided.resolve("streamgate.script"));
    Files.writeString(data.resolve("streamgate.script"), "of the former database");
    Files.writeString(data.resolve("streamgate.log"), "of the former database");
    hold();
    assertThat(decided).doesNotExist();
    assertThat(sumsOfTarget()).isEqualTo(restored);
  }

  @Test
  void damagedFilesAreReplacedByForce() throws IOException {
    assumeThat(kind).isEqualTo(TestDatabase.HSQLDB);
    backUpFilled(Optional.empty());
    assertThat(restore(false)).isInstanceOf(Outcome.Done.class);
    Map<String, String> restored = sumsOfTarget();
    byte[] noise = new byte[40_000];
    new Random(1).nextBytes(noise);
    Files.write(data.resolve("streamgate.data"), noise);
    assertThatThrownBy(() -> Database.open(target))
        .isInstanceOf(DamagedDatabaseException.class)
        .hasMessageContaining("streamgate.data cannot be read");
    assertThatThrownBy(() -> restore(false)).isInstanceOf(DamagedDatabaseException.class);

    assertThat(restore(true)).isInstanceOf(Outcome.Done.class);
    assertThat(sumsOfTarget()).isEqualTo(restored);
  }

  private void hold() {
    DataDirectory.hold(data, target.directory()).close();
  }

  @Test
  void secretsComeBackAndOthersAreKept() throws IOException {
    backUpFilled(Optional.of(SECRETS));
    Path file = data.resolve("secrets.properties");
    Files.write(file, OTHERS);

    assertThat(restore(false)).isEqualTo(new Outcome.OtherSecrets(file));
    assertThat(file).hasBinaryContent(OTHERS);
    Outcome.Done done = (Outcome.Done) restore(true);
    assertThat(file).hasBinaryContent(SECRETS);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(done.formerSecrets().orElseThrow()).hasBinaryContent(OTHERS);
    assertThat(((Outcome.Done) restore(true)).formerSecrets()).isEmpty();
  }

  @Test
  void aBackupOfANewerVersionIsRefused() throws IOException {
    backUpFilled(Optional.empty());
    EditedBackup.of(zip).schema(Migrations.NEWEST + 1).save();

    assertThat(restore(false))
        .isEqualTo(new Outcome.Newer(Migrations.NEWEST + 1, Migrations.NEWEST));
    assertThat(DatabaseGlance.at(target, clock.instant()).schema()).isEmpty();
  }

  @Test
  void aBackupOfAnOlderVersionIsUpgraded() throws IOException {
    backUpFilled(Optional.empty());
    EditedBackup.of(zip)
        .drop("tables/last_devices.jsonl")
        .drop("tables/staff_previews.jsonl")
        .replace("tables/active_sessions.jsonl", ",\"watch_counted\":false", "")
        .schema(5)
        .resign()
        .save();

    assertThat(restore(false)).isInstanceOf(Outcome.Done.class);

    try (Database database = Database.open(target)) {
      assertThat(number(database, "SELECT COUNT(*) FROM tickets"))
          .isEqualTo(FilledDatabase.TICKETS);
      assertThat(
              number(database, "SELECT COUNT(*) FROM active_sessions WHERE watch_counted = FALSE"))
          .isEqualTo(1);
      assertThat(number(database, "SELECT last_seq FROM change_counter")).isEqualTo(41);
    }
    assertThat(data.toFile().list((_, name) -> name.startsWith("restore"))).isEmpty();
  }

  @Test
  void aDatabaseThatOthersUseIsLeftAlone() {
    backUpFilled(Optional.empty());
    try (Database database = Database.open(target)) {
      FilledDatabase.run(
          database,
          "INSERT INTO edges (edge_id, last_cursor, last_seen_at, joined_at) VALUES ('a', 0, ?, ?)",
          clock.instant().minusSeconds(40),
          clock.instant());
    }

    if (kind == TestDatabase.POSTGRESQL) {
      assertThat(restore(true)).isEqualTo(new Outcome.InUse(List.of("a")));
      try (Database database = Database.open(target)) {
        FilledDatabase.run(
            database,
            "INSERT INTO audit_log (recorded_at, action) VALUES (?, 'RESTORED')",
            clock.instant());
      }
      assertThat(restore(true)).isInstanceOf(Outcome.Done.class); // it came with a backup
    } else { // nobody else can open it
      assertThat(restore(true)).isInstanceOf(Outcome.Done.class);
    }
  }

  private void backUpFilled(Optional<byte[]> secrets) {
    DatabaseAddress from = fresh(TestDatabase.HSQLDB, "source");
    FilledDatabase.fill(from);
    FilledDatabase.backUp(from, zip, secrets);
  }

  private Outcome restore(boolean force) {
    try (BackupArchive archive = BackupArchive.open(zip)) {
      return new Restore(data, target, clock).run(archive, force, _ -> {});
    }
  }

  private Map<String, String> sumsOfTarget() {
    return FilledDatabase.sums(
        FilledDatabase.backUp(target, folder.resolve("again.zip"), Optional.empty()));
  }

  private String names() {
    try (Database database = Database.open(target)) {
      return database.query(
          "reading names",
          handle ->
              handle.createQuery("SELECT username FROM staff_accounts").mapTo(String.class).one());
    }
  }

  /// A database in memory would be gone when the restore closes it.
  private DatabaseAddress fresh(TestDatabase wanted, String name) {
    return wanted == TestDatabase.HSQLDB
        ? DatabaseAddress.embedded(folder.resolve(name))
        : wanted.address();
  }

  private static long number(Database database, String sql) {
    return database.query("counting", handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
