package dev.streamgate.server.staff;

import java.time.Instant;

/// A sign-in that is in force: who, and until when.
public record StaffSignIn(StaffAccount account, Instant expiresAt) {}
