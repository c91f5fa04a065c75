package dev.streamgate.server.playback;

import java.time.Instant;

/// Which session a watermark leads back to (Spec, rules §9).
///
/// @param viewer the ticket's id
public record WatermarkRecord(
    String id, String viewer, String sessionId, Instant recordedAt, String displayText) {}
