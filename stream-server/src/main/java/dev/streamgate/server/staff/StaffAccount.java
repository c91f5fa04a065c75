package dev.streamgate.server.staff;

import dev.streamgate.model.staff.StaffRole;

/// A person who signs in. The user name is in lower case and unique.
public record StaffAccount(
    String id,
    String username,
    String passwordHash,
    StaffRole role,
    boolean mustChangePassword,
    boolean disabled) {
  /// Whether somebody may manage accounts with it.
  boolean isEnabledOwner() {
    return role == StaffRole.OWNER && !disabled;
  }

  @Override
  public String toString() {
    return username;
  }
}
