package dev.streamgate.server.portal.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.portal.CodeStyles;

/// The styles of the codes in the database. Thread-safe.
public final class JdbcCodeStyles implements CodeStyles {
  private final Database database;

  public JdbcCodeStyles(Database database) {
    this.database = database;
  }

  @Override
  public boolean areAllPrint() {
    return database.query(
        "looking for codes of another style",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM tickets
                    WHERE code_style IN ('BASE62', 'IMPORTED')
                    FETCH FIRST 1 ROWS ONLY
                    """)
                .mapTo(String.class)
                .findFirst()
                .isEmpty());
  }
}
