package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.tickets.LookupResponse;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.playback.DoorLookup;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// What staff at the door ask about a code (API §4.4).
public final class DoorRoutes {
  private final DoorLookup lookup;
  private final DoorAnswers answers;
  private final Requesters requesters;

  public DoorRoutes(DoorLookup lookup, DoorAnswers answers, Requesters requesters) {
    this.lookup = lookup;
    this.answers = answers;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/tokens/lookup", Access.ANY_STAFF, this::look);
  }

  private void look(ServerRequest request, ServerResponse response) {
    JsonNode code = JsonHttp.read(request, JsonNode.class).path("code");
    String typed = Optional.ofNullable(code.textValue()).orElse("");
    StaffCaller caller = request.context().get(StaffCaller.class).orElseThrow();
    LookupResponse answer = answers.answer(lookup.look(typed, requesters.staff(request)), caller);
    JsonHttp.sendData(request, response, answer);
  }
}
