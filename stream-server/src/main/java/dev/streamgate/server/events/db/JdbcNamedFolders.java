package dev.streamgate.server.events.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.events.NamedFolders;
import dev.streamgate.server.foundation.Database;
import java.util.Map;
import java.util.stream.Collectors;

/// Named stream folders in the database.
public final class JdbcNamedFolders implements NamedFolders {
  private final Database database;

  public JdbcNamedFolders(Database database) {
    this.database = database;
  }

  @Override
  public Map<EventId, String> all() {
    return database.query(
        "reading stream folders",
        handle ->
            handle
                .createQuery("SELECT id, stream_folder FROM events WHERE stream_folder IS NOT NULL")
                .map((row, context) ->
                    Map.entry(new EventId(row.getString("id")), row.getString("stream_folder")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
