package dev.streamgate.server.sessions;

import java.time.Instant;
import java.util.Optional;

/// A session that is to leave its seat.
///
/// @param unheardSince if given, it stays after all if a later heartbeat has been written meanwhile
public record Departure(String sessionId, Optional<Instant> unheardSince) {}
