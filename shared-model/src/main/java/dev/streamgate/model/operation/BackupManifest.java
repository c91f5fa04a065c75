package dev.streamgate.model.operation;

import java.time.Instant;
import java.util.List;

/// What a backup holds, as its `manifest.json` says.
///
/// @param format of the zip, 1
/// @param version of the program that wrote it
/// @param schema the number of the newest migration the database had
/// @param tables in an order in which they can be filled: those first to which others refer
public record BackupManifest(
    int format, String version, int schema, Instant createdAt, List<TableFile> tables) {
  /// The name of the manifest in the zip.
  public static final String FILE = "manifest.json";

  public BackupManifest {
    tables = List.copyOf(tables);
  }

  /// The rows of all tables.
  public long rows() {
    return tables.stream().mapToLong(TableFile::rows).sum();
  }

  /// A table's file in the zip: a JSON object a line, with its columns by name.
  ///
  /// @param sha256 of the file as it is unpacked, in hex digits
  public record TableFile(String table, String file, long rows, String sha256) {}
}
