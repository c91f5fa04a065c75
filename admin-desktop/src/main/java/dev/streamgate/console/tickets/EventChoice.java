package dev.streamgate.console.tickets;

import dev.streamgate.model.events.EventResponse;

/// An event to choose tickets by.
public record EventChoice(String id, String title) {
  static EventChoice of(EventResponse event) {
    return new EventChoice(event.id(), event.title());
  }
}
