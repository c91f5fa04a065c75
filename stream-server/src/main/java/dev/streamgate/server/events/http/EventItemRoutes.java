package dev.streamgate.server.events.http;

import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.events.EventItem;
import dev.streamgate.server.events.EventItems;
import dev.streamgate.server.events.ItemsOutcome;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// The items of an event (API §4.3).
public final class EventItemRoutes {
  private static final String ITEMS = "/api/admin/events/{id}/items";

  private final EventItems items;
  private final Requesters requesters;

  public EventItemRoutes(EventItems items, Requesters requesters) {
    this.items = items;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.get(ITEMS, Access.MANAGERS, this::list).put(ITEMS, Access.MANAGERS, this::replace);
  }

  private void list(ServerRequest request, ServerResponse response) {
    List<EventItem> found = items.of(EventRequests.id(request)).orElseThrow(EventRequests::unknown);
    JsonHttp.sendData(request, response, EventAnswers.items(found));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    ItemsOutcome outcome =
        items.replace(
            EventRequests.id(request), ItemRequests.items(request), requesters.staff(request));
    List<EventItem> saved =
        switch (outcome) {
          case ItemsOutcome.Saved(List<EventItem> stored) -> stored;
          case ItemsOutcome.Refused(var problem) -> throw ItemRequests.refusal(problem);
          case ItemsOutcome.Unknown unknown -> throw EventRequests.unknown();
        };
    JsonHttp.sendData(request, response, EventAnswers.items(saved));
  }
}
