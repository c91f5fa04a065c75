package dev.streamgate.server.playback;

import dev.streamgate.server.sessions.Standing;

/// What came of a heartbeat.
public sealed interface HeartbeatResult {
  /// The session goes on.
  record Alive() implements HeartbeatResult {}

  /// The token shown proves nothing, or its ticket is refused.
  record Unauthorized() implements HeartbeatResult {}

  /// The session ended.
  record SessionLost(Standing.Cause cause) implements HeartbeatResult {}

  /// Another device has the seat.
  record Displaced() implements HeartbeatResult {}
}
