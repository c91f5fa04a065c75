package dev.streamgate.server.settings.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.settings.SettingStore;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Settings in the database. Thread-safe.
public final class JdbcSettingStore implements SettingStore {
  private final Database database;

  public JdbcSettingStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, String> all() {
    return database.query(
        "reading the settings",
        handle ->
            handle
                .createQuery("SELECT name, value FROM settings")
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("value")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// The row is there for this purpose only: a setting nobody set yet has none to lock.
  @Override
  public void hold() {
    database.update(
        "locking the settings",
        handle -> handle.execute("UPDATE settings SET value = value WHERE name = 'settings-lock'"));
  }

  @Override
  public void write(String name, String value) {
    database.update(
        "writing a setting",
        handle -> {
          if (update(handle, name, value) == 0) {
            insert(handle, name, value);
          }
        });
  }

  private static int update(Handle handle, String name, String value) {
    return handle
        .createUpdate("UPDATE settings SET value = :value WHERE name = :name")
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  private static void insert(Handle handle, String name, String value) {
    handle
        .createUpdate("INSERT INTO settings (name, value) VALUES (:name, :value)")
        .bind("name", name)
        .bind("value", value)
        .execute();
  }
}
