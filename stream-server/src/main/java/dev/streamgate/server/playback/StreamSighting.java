package dev.streamgate.server.playback;

import java.time.Instant;
import java.util.Optional;

/// A readable playlist, as it was found.
public record StreamSighting(Kind kind, Optional<Instant> lastModified, Optional<String> etag) {

  /// What sort of playlist it was.
  public enum Kind {
    /// Without an end: more may come.
    LIVE,
    /// Complete, from its first segment to its end (RFC 8216 §4.3.3.4).
    RECORDING,
    /// With an end, but its first segments are gone.
    PARTIAL
  }
}
