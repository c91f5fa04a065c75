package dev.streamgate.server.cli;

import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.tickets.TicketBatches;

/// A server with a database, and what verbs may ask of it.
public interface StartedPlatform extends StartedServer {
  /// Creates events.
  EventEditor events();

  /// Makes tickets.
  TicketBatches tickets();
}
