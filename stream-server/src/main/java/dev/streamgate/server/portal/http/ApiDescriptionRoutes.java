package dev.streamgate.server.portal.http;

import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.portal.PortalFile;

/// The description of the whole HTTP interface, `docs/openapi.yaml`, for anybody: it is the same
/// for every server and holds nothing of this one.
public final class ApiDescriptionRoutes {
  private final PortalFile description;

  public ApiDescriptionRoutes(PortalFile description) {
    this.description = description;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/openapi.yaml",
        Access.ANYBODY,
        (request, response) -> FileAnswers.send(description, request, response));
  }
}
