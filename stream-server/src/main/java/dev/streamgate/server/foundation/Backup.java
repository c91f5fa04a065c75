package dev.streamgate.server.foundation;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupManifest.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/// Writes all that the database holds into one zip, in a form that belongs to no kind of database:
/// for each table a file of JSON lines, and `manifest.json`, which says what there must be. All of
/// it is as it was at one moment, while others go on writing. Left out are staff sign-ins and what
/// the database makes by itself.
public final class Backup {
  /// The form of the zip; another number when a reader of this one could not read it.
  public static final int FORMAT = 1;

  /// All tables that are written, those first to which others refer.
  public static final List<BackupTable> TABLES =
      List.of(
          BackupTable.of("settings", "name"),
          BackupTable.of("staff_accounts", "id"),
          BackupTable.of("events", "id"),
          BackupTable.of("event_items", "event_id", "item"),
          BackupTable.of("tickets", "id"),
          BackupTable.of("active_sessions", "id"),
          BackupTable.of("last_devices", "ticket_id"),
          BackupTable.of("watch_progress", "ticket_id", "item"),
          BackupTable.of("watermark_records", "watermark_id"),
          BackupTable.of("change_counter", "id"),
          BackupTable.of("changes", "seq"),
          BackupTable.of("tombstones", "code", "event_id"),
          BackupTable.of("edges", "edge_id"),
          BackupTable.of("edge_confirmations", "seq", "edge_id"),
          BackupTable.of("audit_log", "id"));

  private final Database database;
  private final String version;
  private final InstantSource clock;

  /// @param version of this program
  public Backup(Database database, String version, InstantSource clock) {
    this.database = database;
    this.version = version;
    this.clock = clock;
  }

  /// Writes the zip and leaves the stream open. However much there is, it is read a thousand rows
  /// at a time.
  ///
  /// @return what was written
  /// @throws UncheckedIOException if it cannot be written
  /// @throws StorageException if the database cannot be read
  public BackupManifest write(OutputStream out) {
    return database.atOneMoment(
        "backing the database up",
        handle -> {
          try {
            return write(handle, out);
          } catch (IOException e) {
            throw new UncheckedIOException("writing a backup", e);
          }
        });
  }

  private BackupManifest write(Handle handle, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    int schema = Migrations.current(handle);
    List<TableFile> files = new ArrayList<>();
    for (BackupTable table : TABLES) {
      files.add(write(handle, table, zip));
    }
    BackupManifest manifest =
        new BackupManifest(FORMAT, version, schema, clock.instant(), List.copyOf(files));
    zip.putNextEntry(new ZipEntry(BackupManifest.FILE));
    zip.write(WireJson.bytes(manifest));
    zip.closeEntry();
    zip.finish();
    return manifest;
  }

  private static TableFile write(Handle handle, BackupTable table, ZipOutputStream zip)
      throws IOException {
    String file = "tables/" + table.name() + ".jsonl";
    MessageDigest sum = sha256();
    zip.putNextEntry(new ZipEntry(file));
    long rows = table.write(handle, new DigestOutputStream(zip, sum));
    zip.closeEntry();
    return new TableFile(table.name(), file, rows, HexFormat.of().formatHex(sum.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
