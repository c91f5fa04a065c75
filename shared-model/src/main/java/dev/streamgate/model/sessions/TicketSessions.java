package dev.streamgate.model.sessions;

import java.util.List;

/// The live sessions of one ticket: how many, how many it may have, how many are free (API §4.4).
public record TicketSessions(
    int count, int maxSessions, int available, List<SessionView> sessions) {}
