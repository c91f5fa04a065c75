package dev.streamgate.server.events;

import java.util.List;

/// What came of giving an event other items.
public sealed interface ItemsOutcome {
  /// The items as they are now stored.
  record Saved(List<EventItem> items) implements ItemsOutcome {
    public Saved {
      items = List.copyOf(items);
    }
  }

  /// Something sent was wrong; nothing was stored.
  record Refused(ItemProblem problem) implements ItemsOutcome {}

  /// There is no such event.
  record Unknown() implements ItemsOutcome {}
}
