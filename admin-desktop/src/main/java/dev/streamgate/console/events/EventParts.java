package dev.streamgate.console.events;

import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import javafx.scene.Node;

/// What an event's page shows and does that belongs to other screens.
public interface EventParts {
  void generate(EventResponse event);

  void importTickets(EventResponse event);

  void export(EventResponse event);

  /// The tickets of an event.
  Node tickets(EventResponse event);

  /// Who watches an event.
  Node viewers(EventResponse event);

  /// Asks for both anew.
  void refresh();

  void tick(boolean following);

  void told(ConsoleMessage message);

  /// The part with the tickets, for the keys of the window.
  ScreenView ticketKeys();
}
