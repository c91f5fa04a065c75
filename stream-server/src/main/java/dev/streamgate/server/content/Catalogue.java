package dev.streamgate.server.content;

import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventItemStore;
import dev.streamgate.server.events.EventStore;
import java.util.Optional;

/// Knows what there is to watch.
public final class Catalogue {
  private final EventStore events;
  private final EventItemStore items;

  public Catalogue(EventStore events, EventItemStore items) {
    this.events = events;
    this.items = items;
  }

  /// The event of a content id; empty if there is no such event, or it has no such item.
  public Optional<Event> find(ContentId id) {
    return events
        .find(id.event())
        .filter(event ->
            id.item()
                .map(name -> items.of(event.id()).stream().anyMatch(it -> it.isNamed(name)))
                .orElse(true));
  }

  /// The same for an id as somebody sent it.
  public Optional<Event> find(String id) {
    return ContentId.parse(id).flatMap(this::find);
  }
}
