package dev.streamgate.model.events;

import java.time.Instant;

/// The answer to a waiting viewer's poll (API §2.6).
public record EventStatusResponse(
    String eventId, EventStatus status, Instant startsAt, Instant endsAt) {}
