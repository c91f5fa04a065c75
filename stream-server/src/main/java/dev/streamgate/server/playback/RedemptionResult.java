package dev.streamgate.server.playback;

import dev.streamgate.server.sessions.Session;
import java.time.Duration;

/// What came of showing a code.
public sealed interface RedemptionResult {
  /// The device may watch.
  record Granted(Entitlement entitlement, Session session, PlaybackPass pass)
      implements RedemptionResult {}

  /// There is no such code.
  record UnknownCode() implements RedemptionResult {}

  /// The ticket opens nothing at present.
  record Denied(AccessRefusal refusal) implements RedemptionResult {}

  /// Other devices use the ticket.
  record InUse(boolean takeoverAvailable) implements RedemptionResult {}

  /// The address must wait before it may show another code.
  record TooManyAttempts(Duration retryAfter) implements RedemptionResult {}
}
