package dev.streamgate.server.events.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.events.NamedFolder;
import dev.streamgate.server.events.NamedFolders;
import dev.streamgate.server.foundation.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Named stream folders in the database.
public final class JdbcNamedFolders implements NamedFolders {
  private final Database database;

  public JdbcNamedFolders(Database database) {
    this.database = database;
  }

  @Override
  public Map<EventId, NamedFolder> all() {
    return database.query(
        "reading stream folders",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, stream_folder, stream_url
                    FROM events
                    WHERE stream_folder IS NOT NULL OR stream_url IS NOT NULL
                    """)
                .map((row, context) -> Map.entry(new EventId(row.getString("id")), folder(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static NamedFolder folder(ResultSet row) throws SQLException {
    return new NamedFolder(
        Optional.ofNullable(row.getString("stream_folder")),
        Optional.ofNullable(row.getString("stream_url")));
  }
}
