package dev.streamgate.model.sessions;

/// The answer to a release, also of a session already gone (API §2.5).
public record ReleaseResponse(boolean released) {}
