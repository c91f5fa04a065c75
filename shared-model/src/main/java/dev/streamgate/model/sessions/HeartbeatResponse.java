package dev.streamgate.model.sessions;

/// The answer to a heartbeat of a live session (API §2.4).
public record HeartbeatResponse(boolean ok) {}
