package dev.streamgate.model.content;

import java.time.Instant;

/// A look at an event without a ticket, for staff (API §4.3). `tokenExpiresIn` is in seconds.
public record StaffPreviewAnswer(
    String playbackToken,
    String playbackBaseUrl,
    String streamPath,
    long tokenExpiresIn,
    String previewUrl,
    Instant previewExpiresAt) {}
