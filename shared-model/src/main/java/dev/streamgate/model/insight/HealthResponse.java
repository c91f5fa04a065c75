package dev.streamgate.model.insight;

/// The answer of `GET /health` (API §6); `status` is `ok` or `degraded`.
public record HealthResponse(
    String status,
    long revocationCacheSize,
    String lastSyncAgo,
    long segmentCacheEvents,
    long segmentCacheSizeMB,
    String role,
    String mode,
    String version,
    long cursor) {}
