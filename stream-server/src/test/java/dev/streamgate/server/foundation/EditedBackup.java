package dev.streamgate.server.foundation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupManifest.TableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A backup that somebody has laid hands on.
final class EditedBackup {
  private final Path zip;
  private final Map<String, byte[]> files;

  private EditedBackup(Path zip, Map<String, byte[]> files) {
    this.zip = zip;
    this.files = files;
  }

  static EditedBackup of(Path zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return new EditedBackup(zip, files);
  }

  EditedBackup replace(String file, String old, String fresh) {
    String text = new String(Objects.requireNonNull(files.get(file), file), UTF_8);
    return put(file, text.replace(old, fresh));
  }

  EditedBackup put(String file, String text) {
    files.put(file, text.getBytes(UTF_8));
    return this;
  }

  /// Takes a file away, and from the manifest too when that is signed again.
  EditedBackup drop(String file) {
    files.remove(file);
    return this;
  }

  EditedBackup schema(int schema) {
    BackupManifest old = manifest();
    return manifest(
        new BackupManifest(
            old.format(), old.version(), schema, old.createdAt(), old.tables(), old.secrets()));
  }

  /// Makes the sums those of the files as they are now, as a forger would.
  EditedBackup resign() {
    BackupManifest old = manifest();
    List<TableFile> tables =
        old.tables().stream().filter(it -> files.containsKey(it.file())).map(this::signed).toList();
    return manifest(
        new BackupManifest(
            old.format(), old.version(), old.schema(), old.createdAt(), tables, old.secrets()));
  }

  void save() throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue());
      }
    }
  }

  private TableFile signed(TableFile old) {
    byte[] content = Objects.requireNonNull(files.get(old.file()));
    return new TableFile(
        old.table(),
        old.file(),
        new String(content, UTF_8).lines().count(),
        HexFormat.of().formatHex(Backup.sha256().digest(content)));
  }

  private BackupManifest manifest() {
    return WireJson.read(
        Objects.requireNonNull(files.get(BackupManifest.FILE)), BackupManifest.class);
  }

  private EditedBackup manifest(BackupManifest manifest) {
    files.put(BackupManifest.FILE, WireJson.bytes(manifest));
    return this;
  }
}
