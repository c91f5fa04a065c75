package dev.streamgate.server.staff.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.staff.AccountStore;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.StaffMember;
import java.util.List;
import java.util.Optional;

/// The accounts in the database. Thread-safe.
public final class JdbcAccountStore implements AccountStore {
  private final Database database;

  public JdbcAccountStore(Database database) {
    this.database = database;
  }

  @Override
  public List<StaffMember> all() {
    return database.query(
        "reading the staff accounts",
        handle ->
            handle
                .createQuery("SELECT * FROM staff_accounts ORDER BY username")
                .map((row, context) -> AccountRows.member(row))
                .list());
  }

  @Override
  public Optional<StaffMember> find(String id) {
    return database.query(
        "reading a staff account by its id",
        handle ->
            handle
                .createQuery("SELECT * FROM staff_accounts WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> AccountRows.member(row))
                .findOne());
  }

  /// Rewrites the rows as they are, which locks them on either database. An owner who waited for
  /// another one sees, in the next statement, what that one did.
  @Override
  public void hold(String id) {
    database.update(
        "locking staff accounts",
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE staff_accounts
                    SET disabled = disabled
                    WHERE id = :id OR role = 'OWNER'
                    """)
                .bind("id", id)
                .execute());
  }

  @Override
  public boolean hasOtherEnabledOwner(String id) {
    return database.query(
            "counting the other owners",
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT COUNT(*) FROM staff_accounts
                        WHERE role = 'OWNER' AND disabled = FALSE AND id <> :id
                        """)
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one())
        > 0;
  }

  @Override
  public void update(StaffAccount account) {
    database.inTransaction(() -> {
      write(account);
      endSignIns(account.id());
      return account;
    });
  }

  private void write(StaffAccount account) {
    database.update(
        "changing a staff account",
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE staff_accounts
                    SET password_hash = :passwordHash, role = :role, disabled = :disabled,
                        must_change_password = :mustChangePassword
                    WHERE id = :id
                    """)
                .bind("passwordHash", account.passwordHash())
                .bind("role", account.role().name())
                .bind("disabled", account.disabled())
                .bind("mustChangePassword", account.mustChangePassword())
                .bind("id", account.id())
                .execute());
  }

  private void endSignIns(String id) {
    database.update(
        "ending the sign-ins of a changed account",
        handle ->
            handle
                .createUpdate("DELETE FROM staff_sessions WHERE account_id = :id")
                .bind("id", id)
                .execute());
  }

  @Override
  public void delete(String id) {
    database.update(
        "removing a staff account",
        handle ->
            handle
                .createUpdate("DELETE FROM staff_accounts WHERE id = :id")
                .bind("id", id)
                .execute());
  }
}
