package dev.streamgate.console.screen;

import dev.streamgate.model.events.EventResponse;

/// An event to choose by.
public record EventChoice(String id, String title) {
  public static EventChoice of(EventResponse event) {
    return new EventChoice(event.id(), event.title());
  }
}
