package dev.streamgate.server.foundation;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupManifest.TableFile;
import dev.streamgate.server.fixtures.MutableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A database with rows in every table that a backup holds, and the backups of databases.
final class FilledDatabase {
  static final int TICKETS = 700;

  private static final Instant DAY = Instant.parse("2026-03-09T14:00:00.123Z");

  private FilledDatabase() {}

  static void fill(DatabaseAddress address) {
    try (Database database = Database.open(address)) {
      database.inTransaction(() -> {
        programme(database);
        viewers(database);
        changes(database);
        staff(database);
        return database;
      });
    }
  }

  /// Writes a backup with sign-ins and these secrets.
  static BackupManifest backUp(DatabaseAddress address, Path zip, Optional<byte[]> secrets) {
    try (Database database = Database.open(address);
        OutputStream out = Files.newOutputStream(zip)) {
      return new Backup(database, "1.2.3", MutableClock.atNoon()).writeWithSecrets(out, secrets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The sums of all tables but the settings, of which some belong to the server.
  static Map<String, String> sums(BackupManifest manifest) {
    Map<String, String> sums = new TreeMap<>();
    for (TableFile table : manifest.tables()) {
      if (!table.table().equals("settings")) {
        sums.put(table.table(), table.rows() + " " + table.sha256());
      }
    }
    return sums;
  }

  static void run(Database database, String sql, Object... values) {
    database.update(
        "filling a table",
        handle -> {
          var statement = handle.createUpdate(sql);
          for (int i = 0; i < values.length; i++) {
            statement.bind(i, values[i]);
          }
          statement.execute();
        });
  }

  private static void programme(Database database) {
    run(
        database,
        """
        INSERT INTO events (id, title, description, starts_at, ends_at, created_at, updated_at)
        VALUES ('evt-1', 'Größe "42" \\ ☂', NULL, ?, ?, ?, ?)
        """,
        DAY,
        DAY.plusSeconds(7200),
        DAY,
        DAY);
    run(
        database,
        "INSERT INTO event_items (event_id, item, available_at) VALUES ('evt-1', 'a', ?)",
        DAY);
    for (int i = 0; i < TICKETS; i++) {
      ticket(database, "%06d".formatted(i), i % 3 == 0);
    }
  }

  private static void ticket(Database database, String six, boolean revoked) {
    run(
        database,
        """
        INSERT INTO tickets (id, code, canonical_code, code_style, event_id, is_revoked, expires_at,
            max_height, created_at)
        VALUES (?, ?, ?, 'PRINT', 'evt-1', ?, ?, NULL, ?)
        """,
        "tkt-" + six,
        "CODE" + six,
        "CODE" + six,
        revoked,
        DAY,
        DAY);
  }

  private static void viewers(Database database) {
    run(
        database,
        """
        INSERT INTO active_sessions (id, ticket_id, session_id, slot, kind, last_heartbeat, client_ip,
            created_at)
        VALUES ('ses-1', 'tkt-000001', 'sid-1', 0, 'VIEWER', ?, '192.0.2.1', ?)
        """,
        DAY,
        DAY);
    run(database, "INSERT INTO last_devices VALUES ('tkt-000001', 'a hash')");
    run(
        database,
        """
        INSERT INTO watch_progress (ticket_id, item, watched_seconds, last_watched_at)
        VALUES ('tkt-000001', '', 3000000000, ?)
        """,
        DAY);
    run(
        database,
        "INSERT INTO watermark_records VALUES ('0123456789abcdef', 'v', 'sid-1', ?, 'text')",
        DAY);
  }

  private static void changes(Database database) {
    run(database, "UPDATE change_counter SET last_seq = 41 WHERE id = 1");
    run(
        database,
        "INSERT INTO changes (seq, kind, code, changed_at) VALUES (41, 'REVOKED', 'CODE000000', ?)",
        DAY);
    run(database, "INSERT INTO tombstones VALUES ('OLD1', 'evt-0', ?)", DAY);
    run(
        database,
        """
        INSERT INTO edges (edge_id, last_cursor, last_seen_at, joined_at) VALUES ('edge-1', 41, ?, ?)
        """,
        DAY,
        DAY);
    run(database, "INSERT INTO edge_confirmations VALUES (41, 'edge-1', ?)", DAY);
    for (int i = 0; i < 3; i++) {
      run(
          database,
          "INSERT INTO audit_log (recorded_at, action, detail) VALUES (?, 'TOKEN_REVOKED', '=1+1')",
          DAY);
    }
  }

  private static void staff(Database database) {
    run(database, "INSERT INTO settings (name, value) VALUES ('change-log-id', 'the old log')");
    run(database, "INSERT INTO settings (name, value) VALUES ('signingKeyId', '01234567')");
    run(database, "INSERT INTO settings (name, value) VALUES ('appName', '  ')");
    run(
        database,
        """
        INSERT INTO staff_accounts (id, username, password_hash, role, created_at)
        VALUES ('acc-1', 'olga', 'a hash', 'OWNER', ?)
        """,
        DAY);
    run(
        database,
        """
        INSERT INTO staff_sessions (token_hash, account_id, created_at, expires_at, client_ip)
        VALUES ('a sign-in', 'acc-1', ?, ?, '192.0.2.1')
        """,
        DAY,
        DAY);
    run(database, "INSERT INTO staff_previews VALUES ('sid-9', 'evt-1', 'a sign-in', ?)", DAY);
  }

  /// The names of all settings.
  static List<String> settings(DatabaseAddress address) {
    try (Database database = Database.open(address)) {
      return database.query(
          "reading settings",
          handle ->
              handle
                  .createQuery("SELECT name FROM settings ORDER BY name")
                  .mapTo(String.class)
                  .list());
    }
  }
}
