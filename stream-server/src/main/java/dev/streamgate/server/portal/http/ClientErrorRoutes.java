package dev.streamgate.server.portal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.AddressGroup;
import dev.streamgate.server.guard.Decision.Refused;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.portal.ClientError;
import dev.streamgate.server.portal.ClientErrors;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Where viewers' pages report errors (API §2.8). A report is taken as far as it can be read: it is
/// itself part of something that went wrong.
public final class ClientErrorRoutes {
  private final ClientErrors errors;
  private final RateLimit limit;
  private final RequestOrigins origins;

  /// @param limit how many reports one address may send
  public ClientErrorRoutes(ClientErrors errors, RateLimit limit, RequestOrigins origins) {
    this.errors = errors;
    this.limit = limit;
    this.origins = origins;
  }

  public void register(RouteTable routes) {
    routes.post("/api/client-errors", Access.ANYBODY, this::take);
  }

  private void take(ServerRequest request, ServerResponse response) {
    if (!origins.isSameOriginIfSent(request)) {
      throw Problem.forbidden("Cross-site request refused");
    }
    String address = AddressGroup.of(origins.clientAddress(request));
    if (limit.tryAcquire(address) instanceof Refused refused) {
      response.header(HeaderNames.RETRY_AFTER, Long.toString(refused.retryAfterSeconds()));
      throw Problem.of(Status.TOO_MANY_REQUESTS_429, "Too many error reports");
    }
    JsonNode report = JsonHttp.read(request, JsonNode.class);
    errors.note(
        new ClientError(
            report.path("type").asText(),
            report.path("url").asText(),
            report.path("status").asInt(),
            report.path("detail").asText(),
            report.path("hasToken").asBoolean()));
    JsonHttp.sendNothing(response);
  }
}
