package dev.streamgate.server.cli;

import dev.streamgate.server.events.Events;
import dev.streamgate.server.tickets.Tickets;
import java.util.Optional;

/// A server that answers.
public interface StartedServer {
  /// The port it listens on.
  int port();

  /// The password made for account `admin`, if this was the very first start.
  Optional<String> firstPassword();

  Events events();

  Tickets tickets();

  /// Stops accepting, lets running answers end, and closes the database.
  void stop();
}
