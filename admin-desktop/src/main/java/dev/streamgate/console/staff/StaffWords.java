package dev.streamgate.console.staff;

import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.staff.StaffAccountResponse;
import dev.streamgate.model.staff.StaffRole;
import java.time.Instant;

/// Accounts in the words of the staff.
public record StaffWords(Catalogue texts, Formats formats) {
  public String role(StaffRole role) {
    return switch (role) {
      case OWNER -> texts.get("owner");
      case MANAGER -> texts.get("manager");
      case DOOR -> texts.get("door");
    };
  }

  String roleHint(StaffRole role) {
    return switch (role) {
      case OWNER -> texts.get("ownerHint");
      case MANAGER -> texts.get("managerHint");
      case DOOR -> texts.get("doorHint");
    };
  }

  String lastSignIn(StaffAccountResponse account) {
    Instant last = account.lastLoginAt();
    return last == null ? texts.get("never") : formats.dateTime(last);
  }
}
