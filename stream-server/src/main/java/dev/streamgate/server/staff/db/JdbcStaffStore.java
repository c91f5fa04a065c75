package dev.streamgate.server.staff.db;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.SqlState;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.StaffSignIn;
import dev.streamgate.server.staff.StaffStore;
import dev.streamgate.server.staff.UsernameTakenException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Accounts and sign-ins in the database.
public final class JdbcStaffStore implements StaffStore {
  private final Database database;

  public JdbcStaffStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean hasAccounts() {
    return database.query(
        "counting staff accounts",
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM staff_accounts").mapTo(Long.class).one() > 0);
  }

  @Override
  public Optional<StaffAccount> findByUsername(String username) {
    return database.query(
        "reading a staff account",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, username, password_hash, role, must_change_password, disabled
                    FROM staff_accounts
                    WHERE username = :username
                    """)
                .bind("username", username)
                .map((row, context) -> AccountRows.account(row))
                .findOne());
  }

  @Override
  public void insert(StaffAccount account, Instant createdAt) {
    try {
      database.update("adding a staff account", handle -> insert(handle, account, createdAt));
    } catch (StorageException e) {
      throw SqlState.isUniqueViolation(e) ? new UsernameTakenException(e) : e;
    }
  }

  private static void insert(Handle handle, StaffAccount account, Instant createdAt) {
    handle
        .createUpdate(
            """
            INSERT INTO staff_accounts (id, username, password_hash, role,
                must_change_password, disabled, created_at)
            VALUES (:id, :username, :passwordHash, :role,
                :mustChangePassword, :disabled, :createdAt)
            """)
        .bind("id", account.id())
        .bind("username", account.username())
        .bind("passwordHash", account.passwordHash())
        .bind("role", account.role().name())
        .bind("mustChangePassword", account.mustChangePassword())
        .bind("disabled", account.disabled())
        .bind("createdAt", createdAt)
        .execute();
  }

  @Override
  public boolean replacePassword(StaffAccount account, String passwordHash) {
    return database.query(
            "setting a password",
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE staff_accounts
                        SET password_hash = :passwordHash, must_change_password = FALSE
                        WHERE id = :id AND password_hash = :before
                        """)
                    .bind("passwordHash", passwordHash)
                    .bind("id", account.id())
                    .bind("before", account.passwordHash())
                    .execute())
        > 0;
  }

  @Override
  public boolean noteSignIn(StaffAccount account, Instant at) {
    return database.query(
            "noting a sign-in",
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE staff_accounts
                        SET last_login_at = :at
                        WHERE id = :id AND password_hash = :passwordHash AND disabled = FALSE
                        """)
                    .bind("at", at)
                    .bind("id", account.id())
                    .bind("passwordHash", account.passwordHash())
                    .execute())
        > 0;
  }

  @Override
  public void insertSignIn(
      String tokenHash, String accountId, Requester from, Instant createdAt, Instant expiresAt) {
    database.update(
        "adding a sign-in",
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO staff_sessions (token_hash, account_id, created_at, expires_at,
                        client_ip, user_agent)
                    VALUES (:tokenHash, :accountId, :createdAt, :expiresAt, :clientIp, :userAgent)
                    """)
                .bind("tokenHash", tokenHash)
                .bind("accountId", accountId)
                .bind("createdAt", createdAt)
                .bind("expiresAt", expiresAt)
                .bind("clientIp", from.address())
                .bind("userAgent", from.userAgent())
                .execute());
  }

  @Override
  public Optional<StaffSignIn> findSignIn(String tokenHash) {
    return database.query(
        "reading a sign-in",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT a.id, a.username, a.password_hash, a.role, a.must_change_password,
                        a.disabled, s.expires_at
                    FROM staff_sessions s
                    JOIN staff_accounts a ON a.id = s.account_id
                    WHERE s.token_hash = :tokenHash
                    """)
                .bind("tokenHash", tokenHash)
                .map((row, context) ->
                    new StaffSignIn(
                        AccountRows.account(row),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .findOne());
  }

  @Override
  public void deleteSignIn(String tokenHash) {
    delete("ending a sign-in", "DELETE FROM staff_sessions WHERE token_hash = :key", tokenHash);
  }

  @Override
  public void deleteSignInsOf(String accountId) {
    delete(
        "ending an account's sign-ins",
        "DELETE FROM staff_sessions WHERE account_id = :key",
        accountId);
  }

  @Override
  public void deleteSignInsExpiredBefore(Instant limit) {
    delete("forgetting old sign-ins", "DELETE FROM staff_sessions WHERE expires_at < :key", limit);
  }

  private void delete(String doing, String sql, Object key) {
    database.update(doing, handle -> handle.createUpdate(sql).bind("key", key).execute());
  }
}
