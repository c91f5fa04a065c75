package dev.streamgate.server.operation;

import dev.streamgate.model.insight.OperatorWarning;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.Inspection.OpenEvent;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventFilter;
import dev.streamgate.server.events.EventListing;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at a server's data for whoever checks it, and changes nothing. Thread-safe.
public final class Inspector {
  /// More events than anybody reads about.
  private static final int MOST_PAGES = 50;

  private final EventListing listing;
  private final InstantSource clock;
  private final Place place;
  private final Supplier<Optional<OperatorWarning>> ailment;

  /// @param ailment what is wrong with the database at present
  public Inspector(
      EventListing listing,
      InstantSource clock,
      Place place,
      Supplier<Optional<OperatorWarning>> ailment) {
    this.listing = listing;
    this.clock = clock;
    this.place = place;
    this.ailment = ailment;
  }

  /// Where the data is.
  ///
  /// @param database without anything secret
  /// @param schema the number of its newest migration
  /// @param streamRoot where the stream folders are, if this server has them
  /// @param cacheRoot where segments of other servers are kept, if it keeps some
  public record Place(
      String database, int schema, Optional<Path> streamRoot, Optional<Path> cacheRoot) {}

  public Inspection look() {
    Instant now = clock.instant();
    EventFilter inactive = filter(EventFilter.State.INACTIVE);
    EventFilter active = filter(EventFilter.State.ACTIVE);
    return new Inspection(
        place.database(),
        place.schema(),
        listing.count(active, now) + listing.count(inactive, now),
        absolute(place.streamRoot()),
        absolute(place.cacheRoot()),
        ailment.get().orElse(null),
        all(active, now)
            .filter(it -> !now.isAfter(it.ticketsExpireAt()))
            .map(Inspector::open)
            .toList());
  }

  private Stream<Event> all(EventFilter filter, Instant now) {
    List<Event> events = new ArrayList<>();
    for (int number = 1; number <= MOST_PAGES; number++) {
      List<EventListing.Line> page =
          listing.page(filter, new PageRequest(number, PageRequest.MAX_LIMIT), now);
      page.forEach(line -> events.add(line.event()));
      if (page.size() < PageRequest.MAX_LIMIT) {
        break;
      }
    }
    return events.stream();
  }

  private static @Nullable String absolute(Optional<Path> folder) {
    return folder.map(it -> it.toAbsolutePath().normalize().toString()).orElse(null);
  }

  private static EventFilter filter(EventFilter.State state) {
    return new EventFilter(state, Optional.empty(), EventFilter.Order.START_DATE, true);
  }

  private static OpenEvent open(Event event) {
    return new OpenEvent(
        event.id().value(),
        event.title(),
        event.schedule().startsAt(),
        event.schedule().endsAt(),
        folder(event));
  }

  private static @Nullable String folder(Event event) {
    if (event.streamUrl() != null) {
      return null;
    }
    return event.streamFolder() == null ? event.id().value() : event.streamFolder();
  }
}
