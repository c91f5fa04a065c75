package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.util.List;

/// Keeps the items of events, in the order staff gave them.
public interface EventItemStore {
  List<EventItem> of(EventId event);

  /// Puts these items in the place of all the event has.
  void replace(EventId event, List<EventItem> items);
}
