package dev.streamgate.model.content;

import java.time.Instant;

/// Whose watermark it is, and what it shows (Spec, rules §9); `viewer` is the ticket's id.
public record WatermarkAnswer(
    String viewer, String sessionId, Instant timestamp, String displayText) {}
