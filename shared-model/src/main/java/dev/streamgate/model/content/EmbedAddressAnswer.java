package dev.streamgate.model.content;

import java.time.Instant;

/// The address of an event's page for frames.
public record EmbedAddressAnswer(String url, Instant expiresAt) {}
