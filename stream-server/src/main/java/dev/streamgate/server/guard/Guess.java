package dev.streamgate.server.guard;

import java.time.Duration;

/// What came of showing a code.
public sealed interface Guess<T> {
  /// The code belongs to this.
  record Known<T>(T value) implements Guess<T> {}

  /// There is no such code; the address has one guess less.
  record Unknown<T>() implements Guess<T> {}

  /// The address has used up its guesses, so nothing is said about the code.
  record Locked<T>(Duration retryAfter) implements Guess<T> {}
}
