package dev.streamgate.server.content.http;

import dev.streamgate.model.content.StaffPreviewAnswer;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.content.StaffPreviews;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.function.Function;

/// Staff's looks at events without a ticket (API §4.3).
public final class StaffPreviewRoutes {
  private final StaffPreviews previews;
  private final Function<ServerRequest, Optional<String>> signIn;
  private final Requesters requesters;
  private final Places places;

  /// @param signIn the stored name of the sign-in behind a request
  public StaffPreviewRoutes(
      StaffPreviews previews,
      Function<ServerRequest, Optional<String>> signIn,
      Requesters requesters,
      Places places) {
    this.previews = previews;
    this.signIn = signIn;
    this.requesters = requesters;
    this.places = places;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/events/{id}/preview", Access.MANAGERS, this::preview);
  }

  private void preview(ServerRequest request, ServerResponse response) {
    String by = signIn.apply(request).orElseThrow(Problem::unauthorized);
    StaffPreviews.Issued issued =
        Optional.of(request.path().pathParameters().get("id"))
            .filter(EventId::isValid)
            .flatMap(id -> previews.issue(new EventId(id), by, requesters.staff(request)))
            .orElseThrow(() -> Problem.notFound("Event not found"));
    JsonHttp.sendData(
        request,
        response,
        new StaffPreviewAnswer(
            issued.pass().token(),
            places.media(request),
            StreamPath.playlistOf(issued.event().id()),
            issued.life().toSeconds(),
            places.own(request) + "/#playback=" + issued.inAddress().token(),
            issued.inAddress().expiresAt()));
  }
}
