package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/// The edges, and which change has reached them, for staff (API §4.5, §4.6).
public final class EdgeRoutes {
  private static final Pattern SEQ = Pattern.compile("\\d{1,18}");

  private final Edges edges;
  private final Runnable reportOwn;
  private final Requesters requesters;

  /// @param reportOwn brings the register up to date about this process, so that staff who changed
  ///   something here see it confirmed here
  public EdgeRoutes(Edges edges, Runnable reportOwn, Requesters requesters) {
    this.edges = edges;
    this.reportOwn = reportOwn;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes
        .get("/api/admin/edges", Access.MANAGERS, this::list)
        .delete("/api/admin/edges/{edgeId}", Access.OWNERS, this::remove)
        .get("/api/admin/changes/{seq}", Access.MANAGERS, this::confirmation);
  }

  private void list(ServerRequest request, ServerResponse response) {
    reportOwn.run();
    JsonHttp.sendData(request, response, edges.list());
  }

  private void remove(ServerRequest request, ServerResponse response) {
    String edgeId = request.path().pathParameters().get("edgeId");
    if (!edges.remove(edgeId, requesters.staff(request))) {
      throw Problem.notFound("Edge not found");
    }
    JsonHttp.sendNothing(response);
  }

  private void confirmation(ServerRequest request, ServerResponse response) {
    reportOwn.run();
    ChangeConfirmation confirmation =
        Optional.of(request.path().pathParameters().get("seq"))
            .filter(text -> SEQ.matcher(text).matches())
            .map(Long::valueOf)
            .flatMap(edges::confirmation)
            .orElseThrow(() -> Problem.notFound("Change not found"));
    JsonHttp.sendData(request, response, confirmation);
  }
}
