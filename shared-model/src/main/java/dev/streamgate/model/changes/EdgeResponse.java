package dev.streamgate.model.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A process that serves media, as staff see it (API §4.5).
///
/// @param behind how many changes it has not confirmed yet
/// @param expected whether changes wait for its confirmation
/// @param sharedName whether two running processes use this name
/// @param confirmedAfterMs how long it took to confirm the newest change it confirmed
public record EdgeResponse(
    String id,
    @Nullable String address,
    @Nullable String version,
    long cursor,
    long behind,
    Instant lastSeenAt,
    boolean expected,
    boolean sharedName,
    @Nullable Long confirmedAfterMs) {}
