package dev.streamgate.server.grants.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.grants.KeyContinuity.SignerMark;
import java.util.Optional;

/// The id of the key that signs, as a row of the settings.
public final class JdbcSignerMark implements SignerMark {
  private static final String NAME = "signingKeyId";

  private final Database database;

  public JdbcSignerMark(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> read() {
    return database.query(
        "reading the id of the signing key",
        handle ->
            handle
                .createQuery("SELECT value FROM settings WHERE name = :name")
                .bind("name", NAME)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void write(String keyId) {
    database.inTransaction(() -> {
      if (update(keyId) == 0) {
        insert(keyId);
      }
      return keyId;
    });
  }

  private int update(String keyId) {
    return database.query(
        "writing the id of the signing key",
        handle ->
            handle
                .createUpdate("UPDATE settings SET value = :value WHERE name = :name")
                .bind("name", NAME)
                .bind("value", keyId)
                .execute());
  }

  private void insert(String keyId) {
    database.update(
        "noting the id of the signing key",
        handle ->
            handle
                .createUpdate("INSERT INTO settings (name, value) VALUES (:name, :value)")
                .bind("name", NAME)
                .bind("value", keyId)
                .execute());
  }
}
