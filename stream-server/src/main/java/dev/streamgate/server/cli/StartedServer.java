package dev.streamgate.server.cli;

import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.tickets.TicketBatches;
import java.util.Optional;

/// A server that answers, and what verbs may ask of it.
public interface StartedServer {
  /// The port it listens on.
  int port();

  /// The password made for account `admin`, if this was the very first start.
  Optional<String> firstPassword();

  /// Creates events.
  EventEditor events();

  /// Makes tickets.
  TicketBatches tickets();

  /// Stops accepting, lets running answers end, and closes the database.
  void stop();
}
