package dev.streamgate.server.playback.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.StreamTestResponse;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.playback.StreamProbe;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Optional;

/// Staff's question whether an event's playlist is there (API §4.3). It looks anew each time and
/// decides nothing.
public final class StreamTestRoutes {
  private final EventStore events;
  private final StreamProbe probe;
  private final InstantSource clock;

  public StreamTestRoutes(EventStore events, StreamProbe probe, InstantSource clock) {
    this.events = events;
    this.probe = probe;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/events/{id}/test-stream", Access.MANAGERS, this::test);
  }

  private void test(ServerRequest request, ServerResponse response) {
    Event event =
        Optional.of(request.path().pathParameters().get("id"))
            .filter(EventId::isValid)
            .flatMap(id -> events.find(new EventId(id)))
            .orElseThrow(() -> Problem.notFound("Event not found"));
    boolean found = probe.look(event.id()).isPresent();
    Status status = found ? Status.OK_200 : Status.NOT_FOUND_404;
    String detail =
        found ? "Playlist found" : "No playlist found: stream.m3u8 or master.m3u8 must be there";
    JsonHttp.sendData(
        request, response, new StreamTestResponse(found, status.code(), detail, clock.instant()));
  }
}
