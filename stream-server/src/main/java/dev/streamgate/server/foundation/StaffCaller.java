package dev.streamgate.server.foundation;

import dev.streamgate.model.staff.StaffRole;

/// The signed-in account behind a request. The gate puts it into the request's context.
public record StaffCaller(
    String accountId, String username, StaffRole role, boolean mustChangePassword) {}
