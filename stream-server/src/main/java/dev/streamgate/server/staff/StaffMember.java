package dev.streamgate.server.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account with its history.
public record StaffMember(StaffAccount account, @Nullable Instant lastSignInAt, Instant createdAt) {
  StaffMember with(StaffAccount changed) {
    return new StaffMember(changed, lastSignInAt, createdAt);
  }
}
