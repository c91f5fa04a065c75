package dev.streamgate.model.content;

import java.time.Instant;

/// An address with a directory token, and the session it belongs to.
public record SignedAddressAnswer(String url, Instant expiresAt, String sessionId) {}
