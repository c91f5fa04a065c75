package dev.streamgate.model.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup holds, as its `manifest.json` says.
///
/// @param format of the zip, 1
/// @param version of the program that wrote it
/// @param schema the number of the newest migration the database had
/// @param tables in an order in which they can be filled: those first to which others refer
/// @param secrets the server's file of secrets; absent unless it was asked for and there was one
public record BackupManifest(
    int format,
    String version,
    int schema,
    Instant createdAt,
    List<TableFile> tables,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SecretsCopy secrets) {
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

  /// The copy of the file of secrets in the zip.
  ///
  /// @param sha256 of the file as it is unpacked, in hex digits
  public record SecretsCopy(String file, String sha256) {}
}
