package dev.streamgate.server.foundation;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// Whether the rows of an embedded database fit together, as they must when they are restored. The
/// database asks for that of what is written, and takes what stands in its files and its log as it
/// is: a row that was lost there leaves those that belong to it behind.
final class FittingRows {
  private final Handle handle;
  private final EmbeddedFiles files;

  FittingRows(Handle handle, EmbeddedFiles files) {
    this.handle = handle;
    this.files = files;
  }

  /// A column of a table that names a row of another one.
  private record Reference(String table, String column, String other, String key) {}

  /// Looks at every row, and keeps none in memory.
  ///
  /// @throws DamagedDatabaseException if the rows of a table could not be restored
  void require(List<BackupTable> tables) {
    try {
      for (BackupTable table : tables) {
        references(table.name()).forEach(this::require);
      }
    } catch (SQLException e) {
      throw new StorageException("asking what belongs together", e);
    }
    if (!RestoredTables.hasCounter(handle)) {
      throw misfit("change_counter has no row");
    }
  }

  private void require(Reference reference) {
    boolean isBroken =
        handle
            .createQuery(
                """
                SELECT 1 FROM <table> AS mine LEFT JOIN <other> AS theirs ON theirs.<key> = mine.<column>
                WHERE mine.<column> IS NOT NULL AND theirs.<key> IS NULL
                LIMIT 1
                """)
            .define("table", reference.table())
            .define("column", reference.column())
            .define("other", reference.other())
            .define("key", reference.key())
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (isBroken) {
      throw misfit("%s without their %s".formatted(reference.table(), reference.other()));
    }
  }

  private List<Reference> references(String table) throws SQLException {
    DatabaseMetaData schema = handle.getConnection().getMetaData();
    List<Reference> references = new ArrayList<>();
    try (ResultSet keys = schema.getImportedKeys(null, null, table.toUpperCase(Locale.ROOT))) {
      while (keys.next()) {
        references.add(
            new Reference(
                table,
                keys.getString("FKCOLUMN_NAME"),
                keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT),
                keys.getString("PKCOLUMN_NAME")));
      }
    }
    return references;
  }

  private DamagedDatabaseException misfit(String what) {
    return new DamagedDatabaseException(
        files.rows(), "has rows that do not fit together: " + what, new SQLException(what));
  }
}
