package dev.streamgate.server.audit.http;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.StaffCaller;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/// Names the requester of a request, for the audit trail.
public final class Requesters {
  private final RequestOrigins origins;

  public Requesters(RequestOrigins origins) {
    this.origins = origins;
  }

  /// The account that the gate let in.
  public Requester staff(ServerRequest request) {
    StaffCaller caller = request.context().get(StaffCaller.class).orElseThrow();
    return named(caller.username(), request);
  }

  /// Somebody without an account.
  public Requester viewer(ServerRequest request) {
    return named("viewer", request);
  }

  /// Somebody who goes by a name that is not (yet) proven.
  public Requester named(String actor, ServerRequest request) {
    return new Requester(
        actor,
        origins.clientAddress(request),
        request.headers().value(HeaderNames.USER_AGENT).orElse(null));
  }
}
