package dev.streamgate.server.staff.db;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the rows of accounts.
final class AccountRows {
  private AccountRows() {}

  static StaffAccount account(ResultSet row) throws SQLException {
    return new StaffAccount(
        row.getString("id"),
        row.getString("username"),
        row.getString("password_hash"),
        StaffRole.valueOf(row.getString("role")),
        row.getBoolean("must_change_password"),
        row.getBoolean("disabled"));
  }

  static StaffMember member(ResultSet row) throws SQLException {
    return new StaffMember(
        account(row),
        instant(row, "last_login_at"),
        Objects.requireNonNull(instant(row, "created_at")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
