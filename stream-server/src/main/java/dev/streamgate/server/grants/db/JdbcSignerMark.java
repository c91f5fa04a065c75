package dev.streamgate.server.grants.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.SqlState;
import dev.streamgate.server.foundation.StorageException;
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
  public boolean replace(Optional<String> last, String keyId) {
    return last.map(it -> update(it, keyId)).orElseGet(() -> insert(keyId));
  }

  private boolean update(String last, String keyId) {
    return database.query(
        "writing the id of the signing key",
        handle ->
            handle
                    .createUpdate(
                        "UPDATE settings SET value = :value WHERE name = :name AND value = :last")
                    .bind("name", NAME)
                    .bind("last", last)
                    .bind("value", keyId)
                    .execute()
                == 1);
  }

  private boolean insert(String keyId) {
    try {
      database.update(
          "noting the id of the signing key",
          handle ->
              handle
                  .createUpdate("INSERT INTO settings (name, value) VALUES (:name, :value)")
                  .bind("name", NAME)
                  .bind("value", keyId)
                  .execute());
      return true;
    } catch (StorageException e) {
      if (SqlState.isUniqueViolation(e)) {
        return false; // another process was quicker
      }
      throw e;
    }
  }
}
