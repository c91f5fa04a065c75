package dev.streamgate.model.content;

import java.time.Instant;
import java.util.List;

/// A token of the content API and the address that plays without headers (API §3.1). There are no
/// captions and renditions to be told apart yet.
public record IssuedToken(
    String token,
    String hlsUrl,
    String watermarkId,
    Instant expiresAt,
    String sessionId,
    List<Object> captions,
    List<Object> renditions) {}
