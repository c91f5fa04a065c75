package dev.streamgate.server.events.http;

import dev.streamgate.model.changes.ChangeReceipt;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.StreamSource;
import dev.streamgate.model.events.UnconfirmedDeletion;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventItem;
import dev.streamgate.server.events.EventListing.Detail;
import dev.streamgate.server.events.EventListing.Line;
import java.util.List;
import java.util.OptionalLong;

/// Shows events as the API does (API §4.3).
public final class EventAnswers {
  private EventAnswers() {}

  static EventResponse line(Line line) {
    return event(line.event(), line.ticketCount());
  }

  static EventResponse detail(Detail detail) {
    return event(detail.event(), detail.tickets().total())
        .withDetail(detail.tickets(), detail.activeViewers(), items(detail.items()));
  }

  /// The items of an event.
  public static List<EventItemResponse> items(List<EventItem> items) {
    return items.stream()
        .map(it -> new EventItemResponse(it.name().value(), it.title(), it.availableAt()))
        .toList();
  }

  /// An event with the change to wait for until every server acts accordingly.
  static EventResponse settled(EventResponse event, OptionalLong seq) {
    return seq.isPresent() ? event.withChange(new ChangeReceipt(seq.getAsLong())) : event;
  }

  static UnconfirmedDeletion unconfirmed(long tickets) {
    return new UnconfirmedDeletion(
        "Confirm deletion by sending the event title. %d tokens will be deleted."
            .formatted(tickets),
        tickets);
  }

  /// An event as a list shows it.
  public static EventResponse event(Event event, long ticketCount) {
    return new EventResponse(
        event.id().value(),
        event.title(),
        event.description(),
        event.streamUrl(),
        event.streamFolder(),
        event.posterUrl(),
        event.schedule().startsAt(),
        event.schedule().endsAt(),
        event.accessWindow().hours(),
        event.isActive(),
        event.isArchived(),
        event.deactivatedAt(),
        event.previewEnabled(),
        event.watermark(),
        event.takeover(),
        event.maxTakeovers(),
        event.streamUrl() == null ? StreamSource.LOCAL : StreamSource.PROXY,
        event.createdAt(),
        event.updatedAt(),
        ticketCount,
        null,
        null,
        null,
        null);
  }
}
