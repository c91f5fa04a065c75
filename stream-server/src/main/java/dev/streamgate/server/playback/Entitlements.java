package dev.streamgate.server.playback;

import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.tickets.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Collects what decides about a ticket now.
public final class Entitlements {
  private final EventStore events;
  private final ItemCalendar items;
  private final InstantSource clock;

  public Entitlements(EventStore events, ItemCalendar items, InstantSource clock) {
    this.events = events;
    this.items = items;
    this.clock = clock;
  }

  /// Empty if the event was deleted a moment ago, and the ticket with it.
  public Optional<Entitlement> of(Ticket ticket) {
    Instant now = clock.instant();
    return events
        .find(ticket.eventId())
        .map(event -> new Entitlement(ticket, event, items.lockedAt(event.id(), now), now));
  }
}
