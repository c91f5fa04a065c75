package dev.streamgate.model.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as owners see it (API §4.2).
///
/// @param fixed whether the server's configuration holds it: it is always an owner, with a password
///   that cannot be changed here
public record StaffAccountResponse(
    String id,
    String username,
    StaffRole role,
    boolean disabled,
    boolean mustChangePassword,
    @Nullable Instant lastLoginAt,
    Instant createdAt,
    boolean fixed) {}
