package dev.streamgate.server.insight.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.insight.Diagnostics;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Support's look into one case (API §4.5).
public final class DiagnosticsRoutes {
  /// Characters; longer than any playback token.
  private static final int LONGEST_QUERY = 8_192;

  private final Diagnostics diagnostics;
  private final Requesters requesters;

  public DiagnosticsRoutes(Diagnostics diagnostics, Requesters requesters) {
    this.diagnostics = diagnostics;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/diagnostics", Access.MANAGERS, this::run);
  }

  private void run(ServerRequest request, ServerResponse response) {
    JsonNode query = JsonHttp.read(request, JsonNode.class).path("query");
    if (!query.isTextual() || query.textValue().isBlank()) {
      throw Problem.badRequest("Query is required");
    }
    if (query.textValue().length() > LONGEST_QUERY) {
      throw Problem.badRequest("Query must be at most %d characters".formatted(LONGEST_QUERY));
    }
    JsonHttp.sendData(
        request, response, diagnostics.run(query.textValue(), requesters.staff(request)));
  }
}
