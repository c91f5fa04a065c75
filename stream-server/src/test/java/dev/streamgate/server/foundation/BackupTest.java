package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupManifest.TableFile;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A backup is read back and compared with the tables, row by row.
@OnEveryDatabase
class BackupTest {
  /// More than are read at once.
  private static final int TICKETS = 2_345;

  private static final Set<String> LEFT_OUT =
      Set.of("staff_sessions", "staff_previews", "ticket_tallies", "flyway_schema_history");

  private final TestDatabase kind;
  private final Database database;
  private final Backup backup;

  BackupTest(TestDatabase kind) {
    this.kind = kind;
    database = kind.open();
    backup = new Backup(database, "1.2.3", MutableClock.atNoon());
  }

  @BeforeEach
  void fill() {
    run(
        """
        INSERT INTO events (id, title, description, starts_at, ends_at, created_at, updated_at)
        VALUES ('evt-1', 'Größe "42" \\ ☂', NULL, TIMESTAMP '2026-03-10 14:00:00+00:00',
            TIMESTAMP '2026-03-10 18:00:00.123+00:00', TIMESTAMP '2026-03-01 09:00:00+00:00',
            TIMESTAMP '2026-03-01 09:00:00+00:00')
        """);
    database.inTransaction(() -> {
      for (int i = 0; i < TICKETS; i++) {
        addTicket(i);
      }
      return TICKETS;
    });
    run(
        """
        INSERT INTO watch_progress (ticket_id, item, watched_seconds, last_watched_at)
        SELECT id, CASE WHEN is_revoked = TRUE THEN 'a' ELSE '' END, 7, created_at FROM tickets
        """);
    run(
        """
        INSERT INTO watch_progress (ticket_id, item, watched_seconds, last_watched_at)
        SELECT id, 'b', 8, created_at FROM tickets
        """);
    run("INSERT INTO settings (name, value) VALUES ('appName', '  ')");
    run(
        """
        INSERT INTO staff_accounts (id, username, password_hash, role, created_at)
        VALUES ('acc-1', 'olga', 'a hash', 'OWNER', TIMESTAMP '2026-03-01 09:00:00+00:00')
        """);
    run(
        """
        INSERT INTO staff_sessions (token_hash, account_id, created_at, expires_at, client_ip)
        VALUES ('a sign-in', 'acc-1', TIMESTAMP '2026-03-01 09:00:00+00:00',
            TIMESTAMP '2026-03-01 17:00:00+00:00', '192.0.2.1')
        """);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyRowOfEveryTableIsThere() throws IOException {
    Map<String, byte[]> files = unzip(written());

    for (BackupTable table : Backup.TABLES) {
      List<JsonNode> lines = lines(file(files, "tables/" + table.name() + ".jsonl"));

      assertThat(lines).as(table.name()).isEqualTo(rows(table));
    }
    assertThat(lines(file(files, "tables/tickets.jsonl"))).hasSize(TICKETS);
    assertThat(lines(file(files, "tables/watch_progress.jsonl"))).hasSize(2 * TICKETS);
  }

  @Test
  void theManifestSaysWhatThereIs() throws IOException, NoSuchAlgorithmException {
    Map<String, byte[]> files = unzip(written());
    BackupManifest manifest = WireJson.read(file(files, BackupManifest.FILE), BackupManifest.class);
    files.remove(BackupManifest.FILE);

    assertThat(manifest.format()).isEqualTo(1);
    assertThat(manifest.version()).isEqualTo("1.2.3");
    assertThat(manifest.schema()).isGreaterThanOrEqualTo(8);
    assertThat(manifest.tables())
        .extracting(TableFile::file)
        .containsOnlyOnceElementsOf(files.keySet());
    for (TableFile table : manifest.tables()) {
      byte[] file = file(files, table.file());
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(file);

      assertThat(table.sha256()).isEqualTo(HexFormat.of().formatHex(sum));
      assertThat(table.rows()).isEqualTo(lines(file).size());
    }
  }

  @Test
  void noTableIsForgotten() {
    Set<String> known = new TreeSet<>(LEFT_OUT);
    Backup.TABLES.forEach(table -> known.add(table.name()));

    assertThat(tables()).isEqualTo(known);
  }

  @Test
  void signInsAreLeftOut() throws IOException {
    for (Map.Entry<String, byte[]> file : unzip(written()).entrySet()) {
      assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
          .as(file.getKey())
          .doesNotContain("a sign-in");
    }
  }

  @Test
  void whatIsWrittenMeanwhileIsNotInIt() throws IOException {
    AtomicBoolean first = new AtomicBoolean(true);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    OutputStream disturbed =
        new OutputStream() {
          @Override
          public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            if (first.getAndSet(false)) {
              CompletableFuture.runAsync(BackupTest.this::writeMeanwhile).join();
            }
            zip.write(bytes, from, length);
          }
        };

    backup.write(disturbed);

    Map<String, byte[]> files = unzip(zip.toByteArray());
    assertThat(first).isFalse();
    List<JsonNode> tickets = lines(file(files, "tables/tickets.jsonl"));
    assertThat(tickets).hasSize(TICKETS);
    assertThat(tickets).noneMatch(it -> it.path("label").asText().equals("late"));
    assertThat(lines(file(files, "tables/watch_progress.jsonl"))).hasSize(2 * TICKETS);
    assertThat(database.query("counting", this::lateLabels)).isEqualTo(1);
  }

  private void writeMeanwhile() {
    addTicket(TICKETS);
    run("UPDATE tickets SET label = 'late' WHERE id = 'tkt-000007'");
    run("DELETE FROM tickets WHERE id = 'tkt-002000'");
  }

  private long lateLabels(org.jdbi.v3.core.Handle handle) {
    return handle
        .createQuery("SELECT COUNT(*) FROM tickets WHERE label = 'late'")
        .mapTo(Long.class)
        .one();
  }

  private byte[] written() {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    backup.write(zip);
    return zip.toByteArray();
  }

  private void addTicket(int number) {
    String six = "%06d".formatted(number);
    run(
        """
        INSERT INTO tickets (id, code, canonical_code, code_style, event_id, is_revoked, expires_at,
            created_at)
        VALUES ('tkt-%s', 'CODE%s', 'CODE%s', 'PRINT', 'evt-1', %s,
            TIMESTAMP '2026-03-12 18:00:00+00:00', TIMESTAMP '2026-03-01 09:00:00.5+00:00')
        """
            .formatted(six, six, six, number % 3 == 0 ? "TRUE" : "FALSE"));
  }

  /// In a literal without a type PostgreSQL would pass over the offset.
  private void run(String sql) {
    String own =
        kind == TestDatabase.POSTGRESQL ? sql.replace("TIMESTAMP '", "TIMESTAMPTZ '") : sql;
    database.update("filling a table", handle -> handle.execute(own));
  }

  /// The rows as the database has them, in the form of a backup, in its order.
  private List<JsonNode> rows(BackupTable table) {
    return database.query(
        "reading a table",
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM " + table.name() + " ORDER BY " + String.join(",", table.keys()))
                .map((row, context) -> WireJson.tree(WireJson.bytes(values(row))))
                .list());
  }

  private static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new TreeMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
      boolean isTime =
          row.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT).startsWith("timestamp");
      OffsetDateTime time = isTime ? row.getObject(i, OffsetDateTime.class) : null;
      values.put(column, time == null ? row.getObject(i) : time.toInstant());
    }
    return values;
  }

  private Set<String> tables() {
    return database.query(
        "listing tables",
        handle ->
            new TreeSet<>(
                handle
                    .createQuery(
                        """
                        SELECT LOWER(table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE'
                            AND table_schema = CURRENT_SCHEMA
                        """)
                    .mapTo(String.class)
                    .list()));
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static List<JsonNode> lines(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .map(line -> WireJson.tree(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
