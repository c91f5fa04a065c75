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

  /// Stops accepting, lets running answers end, and closes what it holds.
  void stop();
}
