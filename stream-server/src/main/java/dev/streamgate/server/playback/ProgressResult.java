package dev.streamgate.server.playback;

import dev.streamgate.server.sessions.Standing;
import java.time.Duration;

/// What came of asking for progress, or of telling it.
public sealed interface ProgressResult {
  /// How far the viewer has come.
  record Known(WatchProgress progress) implements ProgressResult {}

  /// The token shown proves nothing, or its ticket is refused.
  record Unauthorized() implements ProgressResult {}

  /// The session ended.
  record SessionLost(Standing.Cause cause) implements ProgressResult {}

  /// Another device has the seat.
  record Displaced() implements ProgressResult {}

  /// The session tells too much.
  record TooMany(Duration retryAfter) implements ProgressResult {}
}
