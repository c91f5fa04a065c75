package dev.streamgate.server.changes.db;

import dev.streamgate.server.changes.LogIdentity;
import dev.streamgate.server.foundation.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The log's name among the settings. Processes that start at the same time agree on one, because
/// they take turns at the counter.
public final class JdbcLogIdentity implements LogIdentity {
  private final Database database;

  public JdbcLogIdentity(Database database) {
    this.database = database;
  }

  @Override
  public String orElse(String proposed) {
    return database.inTransaction(() ->
        database.query(
            "naming the change log",
            handle -> {
              CounterLock.take(handle);
              return stored(handle).orElseGet(() -> store(handle, proposed));
            }));
  }

  private static Optional<String> stored(Handle handle) {
    return handle
        .createQuery("SELECT value FROM settings WHERE name = 'change-log-id'")
        .mapTo(String.class)
        .findOne();
  }

  private static String store(Handle handle, String logId) {
    handle
        .createUpdate("INSERT INTO settings (name, value) VALUES ('change-log-id', :logId)")
        .bind("logId", logId)
        .execute();
    return logId;
  }
}
