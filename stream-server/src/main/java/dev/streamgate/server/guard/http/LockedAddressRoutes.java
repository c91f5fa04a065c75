package dev.streamgate.server.guard.http;

import dev.streamgate.model.staff.LockedAddressResponse;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.GuessingGuard;
import dev.streamgate.server.guard.LockedAddress;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// The addresses that have used up their guesses in this process. In the path an IPv6 network may
/// stand with its slash, encoded or not.
public final class LockedAddressRoutes {
  private static final String ADDRESSES = "/api/admin/locked-addresses";

  private final GuessingGuard guard;
  private final Requesters requesters;

  public LockedAddressRoutes(GuessingGuard guard, Requesters requesters) {
    this.guard = guard;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes
        .get(ADDRESSES, Access.MANAGERS, this::list)
        .delete(ADDRESSES + "/{+address}", Access.MANAGERS, this::unlock);
  }

  private void list(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(request, response, shown(guard.lockedAddresses()));
  }

  private void unlock(ServerRequest request, ServerResponse response) {
    String address = request.path().pathParameters().get("address");
    if (!guard.unlock(address, requesters.staff(request))) {
      throw Problem.notFound("This address is not locked");
    }
    JsonHttp.sendNothing(response);
  }

  /// Locked addresses as staff see them.
  public static List<LockedAddressResponse> shown(List<LockedAddress> locked) {
    return locked.stream().map(LockedAddressRoutes::shown).toList();
  }

  private static LockedAddressResponse shown(LockedAddress locked) {
    return new LockedAddressResponse(locked.group(), locked.refused(), locked.until());
  }
}
