package dev.streamgate.server.playback;

import dev.streamgate.server.sessions.Standing;
import java.time.Duration;

/// What came of asking for a fresh token.
public sealed interface RefreshResult {
  /// A fresh token of the same session.
  record Refreshed(String eventId, PlaybackPass pass) implements RefreshResult {}

  /// The token shown proves nothing.
  record Unauthorized() implements RefreshResult {}

  /// The ticket opens nothing any more.
  record Denied(AccessRefusal refusal) implements RefreshResult {}

  /// The session ended.
  record SessionLost(Standing.Cause cause) implements RefreshResult {}

  /// Another device has the seat.
  record Displaced() implements RefreshResult {}

  /// The session asks too often.
  record TooMany(Duration retryAfter) implements RefreshResult {}
}
