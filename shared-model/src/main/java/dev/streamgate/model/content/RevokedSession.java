package dev.streamgate.model.content;

/// What came of revoking a session; `revoked` is false if there was none.
public record RevokedSession(boolean revoked, String sessionId) {}
