package dev.streamgate.server.cli;

import java.util.Optional;
import java.util.OptionalInt;

/// A server that answers.
public interface StartedServer {
  /// The port it listens on.
  int port();

  /// The port of media, if it has one of its own.
  OptionalInt mediaPort();

  /// The password made for account `admin`, if this was the very first start.
  Optional<String> firstPassword();

  /// Says what to do when somebody on this machine tells the server to stop.
  ///
  /// @param end begins to end the process and returns at once
  void whenToldToStop(Runnable end);

  /// Stops accepting, lets running answers end, and closes what it holds.
  void stop();
}
