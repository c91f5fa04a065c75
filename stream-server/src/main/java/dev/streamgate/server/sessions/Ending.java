package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;

/// The end of a session.
record Ending(Session session, SessionEndReason reason) {}
