package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds events for people to look at.
public interface EventListing {
  List<Line> page(EventFilter filter, PageRequest page, Instant now);

  /// How many events pass the filter.
  long count(EventFilter filter, Instant now);

  Optional<Detail> detail(EventId id, Instant now);

  /// An event in a list.
  record Line(Event event, long ticketCount) {}

  /// An event by itself: its tickets by state, how many watch it, and its items.
  record Detail(Event event, TokenBreakdown tickets, long activeViewers, List<EventItem> items) {
    public Detail {
      items = List.copyOf(items);
    }
  }
}
