package dev.streamgate.server.content;

import java.time.Duration;

/// What came of asking for a token of the content API.
public sealed interface TokenResult {
  /// Here it is.
  record Issued(ContentPass pass) implements TokenResult {}

  /// There is none.
  record NotIssued(Obstacle obstacle) implements TokenResult {}

  /// What stands between somebody and a token or a signed address.
  sealed interface Obstacle {
    /// There is nothing of that name.
    record UnknownContent() implements Obstacle {}

    /// It may not be watched.
    record Denied(Denial denial) implements Obstacle {}

    /// All seats are taken.
    record Full(int activeSessions, int maxSessions) implements Obstacle {}

    /// The session that was named is no live one of this viewer, nor an id that is free.
    record SessionRefused() implements Obstacle {}

    /// The address must wait before it may show another code.
    record TooManyAttempts(Duration retryAfter) implements Obstacle {}
  }
}
