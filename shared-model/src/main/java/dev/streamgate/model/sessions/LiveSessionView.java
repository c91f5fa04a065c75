package dev.streamgate.model.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A live session among all there are, as owners and managers see it.
public record LiveSessionView(
    String eventId,
    String eventTitle,
    String sessionId,
    String tokenId,
    String tokenCode,
    @Nullable String tokenLabel,
    String clientIp,
    @Nullable String userAgent,
    @Nullable String browser,
    @Nullable String os,
    @Nullable String deviceName,
    String kind,
    Instant lastHeartbeat,
    Instant sessionStarted,
    @Nullable Instant redeemedAt) {}
