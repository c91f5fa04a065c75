package dev.streamgate.server.media.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Consumer;

/// Lets operators throw away what is kept of an event (API §6).
public final class CacheRoutes {
  private final Consumer<EventId> clear;

  /// @param clear does nothing where nothing is kept
  public CacheRoutes(Consumer<EventId> clear) {
    this.clear = clear;
  }

  public void register(RouteTable routes) {
    routes.delete("/admin/cache/{eventId}", Access.INTERNAL_KEY, this::clear);
  }

  private void clear(ServerRequest request, ServerResponse response) {
    String event = request.path().pathParameters().get("eventId");
    if (EventId.isValid(event)) {
      clear.accept(new EventId(event));
    }
    JsonHttp.sendNothing(response);
  }
}
