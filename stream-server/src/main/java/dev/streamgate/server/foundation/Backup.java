package dev.streamgate.server.foundation;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupManifest.SecretsCopy;
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
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/// Writes all that the database holds into one zip, in a form that belongs to no kind of database:
/// for each table a file of JSON lines, and `manifest.json`, which says what there must be. All of
/// it is as it was at one moment, while others go on writing. Left out is what the database makes
/// by itself, and unless they are asked for staff sign-ins and the file of secrets.
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

  /// What goes with the secrets only: who is signed in, and what they are looking at.
  static final List<BackupTable> SIGN_INS =
      List.of(
          BackupTable.of("staff_sessions", "token_hash"),
          BackupTable.of("staff_previews", "session_id"));

  /// The name of the copy of the secrets in the zip.
  static final String SECRETS = "secrets.properties";

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
  /// at a time. Nothing is written of a database whose rows a restore would refuse.
  ///
  /// @return what was written
  /// @throws UncheckedIOException if it cannot be written
  /// @throws DamagedDatabaseException if its rows do not fit together, or cannot be read
  /// @throws StorageException if the database cannot be read
  public BackupManifest write(OutputStream out) {
    return write(out, TABLES, Optional.empty());
  }

  /// Like {@link #write(OutputStream)}, with staff sign-ins and the file of secrets: whoever has
  /// this can do what the server can.
  ///
  /// @param secrets what the file holds; empty if there is none, as where all is configured
  public BackupManifest writeWithSecrets(OutputStream out, Optional<byte[]> secrets) {
    return write(out, Stream.concat(TABLES.stream(), SIGN_INS.stream()).toList(), secrets);
  }

  private BackupManifest write(
      OutputStream out, List<BackupTable> tables, Optional<byte[]> secrets) {
    return database.atOneMoment(
        "backing the database up",
        handle -> {
          database.files().ifPresent(it -> new FittingRows(handle, it).require(tables));
          try {
            return write(handle, tables, secrets, out);
          } catch (IOException e) {
            throw new UncheckedIOException("writing a backup", e);
          }
        });
  }

  private BackupManifest write(
      Handle handle, List<BackupTable> tables, Optional<byte[]> secrets, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    int schema = Migrations.current(handle);
    List<TableFile> files = new ArrayList<>();
    for (BackupTable table : tables) {
      files.add(write(handle, table, zip));
    }
    SecretsCopy copy = secrets.isPresent() ? write(secrets.get(), zip) : null;
    BackupManifest manifest =
        new BackupManifest(FORMAT, version, schema, clock.instant(), files, copy);
    add(BackupManifest.FILE, WireJson.bytes(manifest), zip);
    zip.finish();
    return manifest;
  }

  private static SecretsCopy write(byte[] secrets, ZipOutputStream zip) throws IOException {
    add(SECRETS, secrets, zip);
    return new SecretsCopy(SECRETS, HexFormat.of().formatHex(sha256().digest(secrets)));
  }

  private static void add(String name, byte[] content, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static TableFile write(Handle handle, BackupTable table, ZipOutputStream zip)
      throws IOException {
    String file = table.file();
    MessageDigest sum = sha256();
    zip.putNextEntry(new ZipEntry(file));
    long rows = table.write(handle, new DigestOutputStream(zip, sum));
    zip.closeEntry();
    return new TableFile(table.name(), file, rows, HexFormat.of().formatHex(sum.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
