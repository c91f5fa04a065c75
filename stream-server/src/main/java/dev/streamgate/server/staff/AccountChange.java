package dev.streamgate.server.staff;

import dev.streamgate.model.staff.StaffAccountChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An account before and after what an owner wants.
record AccountChange(StaffAccount before, StaffAccount after) {
  /// @param hash of the new password, if one was sent
  /// @param mustChange whether a new password must be changed at the next sign-in
  static AccountChange of(
      StaffAccount before, StaffAccountChange sent, Optional<String> hash, boolean mustChange) {
    return new AccountChange(
        before,
        new StaffAccount(
            before.id(),
            before.username(),
            hash.orElse(before.passwordHash()),
            Objects.requireNonNullElse(sent.role(), before.role()),
            hash.isPresent() ? mustChange : before.mustChangePassword(),
            Objects.requireNonNullElse(sent.disabled(), before.disabled())));
  }

  /// Whether an owner who could sign in no longer is one, or no longer can.
  boolean losesAnOwner() {
    return before.isEnabledOwner() && !after.isEnabledOwner();
  }

  /// What differs, role and access from old to new; of a password only that it is another one. All
  /// of it ends the account's sign-ins (Spec, rules §11).
  List<String> fields() {
    List<String> fields = new ArrayList<>();
    if (before.role() != after.role()) {
      fields.add("role %s → %s".formatted(before.role().wireName(), after.role().wireName()));
    }
    if (before.disabled() != after.disabled()) {
      fields.add("disabled %s → %s".formatted(before.disabled(), after.disabled()));
    }
    if (!before.passwordHash().equals(after.passwordHash())) {
      fields.add("password");
    }
    return fields;
  }
}
