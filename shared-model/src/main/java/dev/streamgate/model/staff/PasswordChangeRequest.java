package dev.streamgate.model.staff;

import org.jspecify.annotations.Nullable;

/// A change of the caller's own password (API §4.2).
public record PasswordChangeRequest(
    @Nullable String currentPassword, @Nullable String newPassword) {
  @Override
  public String toString() {
    return "PasswordChangeRequest";
  }
}
