package dev.streamgate.model.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A live session as staff see it; the address is absent for door accounts (API §4.4).
public record SessionView(
    String sessionId,
    String kind,
    @Nullable String clientIp,
    @Nullable String userAgent,
    @Nullable String browser,
    @Nullable String os,
    @Nullable String deviceName,
    Instant lastHeartbeat,
    Instant sessionStarted) {}
