package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.DatabaseAilment;
import dev.streamgate.server.foundation.DatabaseCopy;
import dev.streamgate.server.foundation.DatabaseGlance;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An embedded database whose files are damaged, or of which one is gone: what starts and looks
/// say, and that they leave the files to whoever wants to rescue something.
@Timeout(120)
class DamagedDatabaseTest {
  private static final int STEP = 16 * 1024;

  /// What was filled once, for all.
  @TempDir private static Path whole = Path.of("");

  private static List<String> codes = List.of();

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Path data = Path.of("");
  private Path rows = Path.of("");
  private Path script = Path.of("");

  @BeforeAll
  static void fill() {
    TypedVerb made =
        TypedVerb.run(
            settings(whole),
            "create-event",
            "--title=Lost",
            "--starts=2026-03-09T14:00Z",
            "--ends=2026-03-09T16:00Z",
            "--codes=500");
    assertThat(made.status()).as(made.err()).isZero();
    codes = made.lines().stream().skip(2).map(line -> line.replace("-", "")).toList();
    assertThat(codes).hasSize(500);
  }

  @BeforeEach
  void copy() throws IOException {
    data = folder.resolve("the data");
    rows = data.resolve("streamgate.data");
    script = data.resolve("streamgate.script");
    environment.putAll(settings(folder));
    Files.createDirectory(data);
    try (Stream<Path> files = Files.list(whole.resolve("the data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static Map<String, String> settings(Path folder) {
    return Map.of(
        "PORT", "0",
        "DATA_DIR", folder.resolve("the data").toString(),
        "STREAM_ROOT", folder.resolve("streams").toString());
  }

  @Test
  void aServerWithUnreadableRowsEndsForGoodAndSaysWhatToDo()
      throws IOException, InterruptedException {
    Path backup = data.resolve("streamgate-backup-20260102T000000Z.zip");
    Files.writeString(data.resolve("streamgate-backup-20260101T000000Z.zip"), "older");
    Files.writeString(backup, "newest");
    damage(4 * STEP, (int) Files.size(rows) - 4 * STEP);

    Process server = ServerProcess.launch(folder, environment, List.of());

    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("log")))
        .contains("The database is damaged: " + data)
        .contains("Keep a copy of the folder '" + data + "', then: ")
        .contains("restore '" + backup + "' --force");
  }

  @Test
  void rowsThatAreDamagedInTheMiddleAreFoundByReadingAndChangedByNobody() throws IOException {
    damageWhatIsNotReadAtOnce("audit_log", List.of("TOKENS_GENERATED", "EVENT_CREATED"));
    assertThat(DatabaseGlance.at(config().database(), Instant.EPOCH).isFilled()).isTrue();
    Map<String, Integer> before = FileSums.in(data);

    TypedVerb doctor = TypedVerb.run(environment, "doctor");

    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.out())
        .contains("FAIL  Database: The database is damaged: " + rows)
        .contains("Remedy: keep a copy of the folder '" + data + "'")
        .contains("restore FILE, which is your newest backup, --force");
    assertThat(FileSums.in(data)).isEqualTo(before);
  }

  @Test
  void whatIsDamagedIsKnownOnceSomebodyHasMetItAndIsWrittenToNoMore() throws IOException {
    damageWhatIsNotReadAtOnce("tickets", codes.subList(0, 20));
    int before = 0;
    try (Database database = Database.open(config().database())) {
      assertThat(database.ailment()).isEmpty();
      assertThat(reads(database, "tickets")).isFalse();
      assertThat(database.ailment()).contains(DatabaseAilment.DAMAGED_FILES);
      before = FileSums.in(data).getOrDefault("streamgate.data", 0);
    }
    assertThat(FileSums.in(data)).containsEntry("streamgate.data", before);
    assertThat(TypedVerb.run(environment, "backup", folder.resolve("b.zip").toString()))
        .returns(2, TypedVerb::status)
        .extracting(TypedVerb::err)
        .asString()
        .startsWith("The database is damaged: " + rows);
  }

  @Test
  void aFileThatIsGoneIsNotMadeAnew() throws IOException {
    Files.move(script, folder.resolve("script"));
    isRefused(script + " is missing");
    assertThat(TypedVerb.run(environment, "reset-password").err())
        .startsWith("The database is damaged: " + script + " is missing");
    Files.createFile(script);
    isRefused(script + " is empty");
    Files.copy(folder.resolve("script"), script, StandardCopyOption.REPLACE_EXISTING);
    Files.move(rows, folder.resolve("rows"));
    isRefused(rows + " is missing");
    Files.move(folder.resolve("rows"), rows);
  }

  /// Killed while it put a new script in the place of the old one, a database is whole and no new
  /// one, and completes that when it is opened.
  @Test
  void anExchangeOfFilesThatWasCutShortIsCompleted() throws IOException {
    Path backup = folder.resolve("all.zip");
    assertThat(TypedVerb.run(environment, "backup", backup.toString()).status()).isZero();
    Path properties = data.resolve("streamgate.properties");
    String known = Files.readString(properties);
    Files.writeString(properties, known.replace("modified=no\n", "modified=no-new-files\n"));
    assertThat(properties).content().isNotEqualTo(known);
    Files.move(script, data.resolve("streamgate.script.new"));
    Map<String, Integer> before = FileSums.in(data);

    TypedVerb doctor = TypedVerb.run(environment, "doctor");
    assertThat(FileSums.in(data)).isEqualTo(before);
    TypedVerb restore = TypedVerb.run(environment, "restore", backup.toString());

    assertThat(doctor.out()).contains("OK    Database: ").doesNotContain("first start", "damaged");
    assertThat(restore.status()).as(restore.err()).isEqualTo(1);
    assertThat(restore.err()).contains("holds 1 event, 500 tickets");
  }

  /// As where rows of a log were lost before anybody looked.
  @Test
  void rowsThatNobodyCouldRestoreAreNotBackedUp() throws IOException {
    try (Database database = Database.open(config().database())) {
      for (String statement :
          List.of(
              "SET DATABASE REFERENTIAL INTEGRITY FALSE",
              "DELETE FROM events",
              "SET DATABASE REFERENTIAL INTEGRITY TRUE")) {
        database.update("losing an event", handle -> handle.execute(statement));
      }
    }
    Path zip = folder.resolve("b.zip");
    String problem =
        "The database is damaged: "
            + rows
            + " has rows that do not fit together: tickets without their events";

    assertThat(TypedVerb.run(environment, "doctor").out()).contains("FAIL  Database: " + problem);
    TypedVerb stopped = TypedVerb.run(environment, "backup", zip.toString());
    assertThat(stopped.err()).startsWith(problem + ".").contains("Keep a copy of the folder");
    assertThat(stopped.status()).isEqualTo(2);
    try (ServerProcess _ = ServerProcess.start(folder, environment)) {
      TypedVerb running = TypedVerb.run(environment, "backup", zip.toString());
      assertThat(running.err()).startsWith(problem);
      assertThat(running.status()).isEqualTo(1);
    }
    assertThat(zip).doesNotExist();
  }

  private void isRefused(String problem) {
    Map<String, Integer> before = FileSums.in(data);
    assertThat(TypedVerb.run(environment, "doctor").out())
        .contains("FAIL  Database: The database is damaged: " + problem);
    TypedVerb start = TypedVerb.run(environment, "seed");
    assertThat(start.status()).isEqualTo(2);
    assertThat(start.err()).contains(problem);
    assertThat(FileSums.in(data)).isEqualTo(before);
  }

  /// What the script leads to is read when the database is opened, all else when it is asked for.
  ///
  /// @param texts that stand in rows of the table
  private void damageWhatIsNotReadAtOnce(String table, List<String> texts) throws IOException {
    byte[] whole = Files.readAllBytes(rows);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    for (String one : texts) {
      Files.write(rows, whole);
      damage(text.indexOf(one) - 60, 120);
      if (isHiddenIn(table)) {
        return;
      }
    }
    throw new IllegalStateException("every damage is seen at once");
  }

  private boolean isHiddenIn(String table) throws IOException {
    try (DatabaseCopy copy = DatabaseCopy.of(config().dataDirectory(), config().database());
        Database database = Database.open(copy.address())) {
      return reads(database, "edges") && !reads(database, table);
    } catch (DamagedDatabaseException e) {
      return false;
    }
  }

  private static boolean reads(Database database, String table) {
    try {
      database.query(
          "reading " + table,
          handle -> handle.createQuery("SELECT * FROM " + table).mapToMap().list());
      return true;
    } catch (DamagedDatabaseException e) {
      return false;
    }
  }

  private void damage(int from, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(rows);
    byte[] noise = new byte[Math.min(length, bytes.length - from)];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] |= (byte) 0x80; // nothing is gigabytes long, which takes its time to read
    }
    System.arraycopy(noise, 0, bytes, from, noise.length);
    Files.write(rows, bytes);
  }

  private ServerConfig config() {
    return ServerConfig.load(new ConfigSources().environment(environment));
  }
}
