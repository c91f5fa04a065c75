package dev.streamgate.server.foundation.http1;

import java.time.Duration;

/// How long a connection waits for its client.
///
/// @param idle between two requests
/// @param request from the first byte of a request to the end of its head
/// @param nextBytes for a client that stopped in the middle of sending or taking a body
/// @param slowest bytes a second that a client has to send of a body or take of an answer, on
///   average and besides that
record Patience(Duration idle, Duration request, Duration nextBytes, long slowest) {
  /// Idle longer than any pause of a player or a portal; who comes later opens a new connection.
  /// Who takes less than eight kilobytes a second cannot watch anything.
  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(75), Duration.ofSeconds(15), Duration.ofSeconds(60), 8 * 1024);
}
