package dev.streamgate.server.guard;

import java.time.Duration;

/// Whether a limit lets a call pass.
public sealed interface Decision {
  /// The call passes.
  record Allowed() implements Decision {}

  /// The limit is used up.
  ///
  /// @param retryAfter how long until the oldest hit leaves the window
  record Refused(Duration retryAfter) implements Decision {
    /// The wait in whole seconds, rounded up and at least 1, as `Retry-After` wants it (RFC 9110
    /// §10.2.3).
    public long retryAfterSeconds() {
      return Math.max(1, retryAfter.plusSeconds(1).minusNanos(1).toSeconds());
    }
  }
}
