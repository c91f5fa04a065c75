package dev.streamgate.model.content;

import java.util.List;

/// The live sessions of a viewer.
public record ViewerSessions(String viewerId, int activeSessions, List<String> sessionIds) {}
