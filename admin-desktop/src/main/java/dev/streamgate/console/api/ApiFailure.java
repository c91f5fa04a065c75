package dev.streamgate.console.api;

import java.time.Duration;
import java.util.Optional;

/// Why the server did not do what it was asked.
public sealed interface ApiFailure {
  /// No answer came. Whether a write was done is unknown, so it is never repeated by itself.
  record Unreachable(String reason) implements ApiFailure {}

  /// The sign-in is over (401 "Unauthorized", API §4.1); the staff must sign in again.
  record SignInEnded() implements ApiFailure {}

  /// The server refused, with a sentence for the staff; `retryAfter` is there after a limit (429).
  record Refused(int status, String message, Optional<Duration> retryAfter) implements ApiFailure {
    public Refused(int status, String message) {
      this(status, message, Optional.empty());
    }
  }

  /// Something answered that does not speak StreamGate's API.
  record NotStreamGate() implements ApiFailure {}

  /// The console itself failed; `what` is for the log and for whoever mends it.
  record Broken(String what) implements ApiFailure {}
}
