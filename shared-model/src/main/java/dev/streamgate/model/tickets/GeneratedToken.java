package dev.streamgate.model.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One ticket of a new batch (API §4.4).
public record GeneratedToken(
    String id, String code, String displayCode, Instant expiresAt, @Nullable String label) {}
