package dev.streamgate.server.foundation;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.foundation.Access.Anybody;
import dev.streamgate.server.foundation.Access.InternalKey;
import dev.streamgate.server.foundation.Access.Operators;
import dev.streamgate.server.foundation.Access.Partner;
import dev.streamgate.server.foundation.Access.SelfVerified;
import dev.streamgate.server.foundation.Access.Signed;
import dev.streamgate.server.foundation.Access.Staff;
import dev.streamgate.server.foundation.Access.ThisMachine;
import dev.streamgate.server.foundation.RouteTable.Route;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/// Stands before every handler and lets in only those its route names (API §1.5, §4.1).
public final class RouteGate {
  static final String ADMIN_PREFIX = "/api/admin/";
  private static final String BEARER = "Bearer ";
  static final HeaderName INTERNAL_KEY = HeaderNames.create("X-Internal-Api-Key");
  private static final HeaderName COMMAND_SECRET = HeaderNames.create(ServerContact.SECRET_HEADER);
  private static final HeaderName REQUESTED_WITH = HeaderNames.create("X-Requested-With");

  private final StaffIdentity identity;
  private final byte[] internalKey;
  private final byte[] commandSecret;
  private final RequestOrigins origins;
  private final Partners partners;

  /// A gate that takes commands from nobody.
  public RouteGate(StaffIdentity identity, String internalKey, RequestOrigins origins) {
    this(identity, internalKey, "", new Partners(identity, List.of(internalKey), origins), origins);
  }

  /// @param commandSecret of this run, for programs on this machine
  /// @param partners tells who is a partner
  public RouteGate(
      StaffIdentity identity,
      String internalKey,
      String commandSecret,
      Partners partners,
      RequestOrigins origins) {
    this.identity = identity;
    this.internalKey = internalKey.getBytes(StandardCharsets.UTF_8);
    this.commandSecret = commandSecret.getBytes(StandardCharsets.UTF_8);
    this.partners = partners;
    this.origins = origins;
  }

  /// The route's handler, answering nobody but those its access names. What is demanded depends on
  /// the route, never on how the request spelled its path: there is more than one way to spell it.
  Handler guard(Route route) {
    boolean isForStaff = route.path().startsWith(ADMIN_PREFIX);
    return (request, response) -> {
      admit(route.access(), request);
      if (isForStaff) {
        refuseForgery(request);
      }
      route.handler().handle(request, response);
    };
  }

  /// The answer to a method a path does not know. Strangers learn nothing about the staff's paths.
  Handler refuseMethod(String path, String allowed) {
    return (request, response) -> {
      if (path.startsWith(ADMIN_PREFIX)) {
        admit(Access.SIGNED_IN, request);
      }
      response.header(HeaderNames.ALLOW, allowed);
      throw Problem.methodNotAllowed();
    };
  }

  /// The answer to an unknown path.
  public void refusePath(ServerRequest request, ServerResponse response) {
    request.context().register(MatchedRoute.NONE);
    if (request.path().path().startsWith(ADMIN_PREFIX)) {
      admit(Access.SIGNED_IN, request);
    }
    throw Problem.notFound();
  }

  private void admit(Access access, ServerRequest request) {
    switch (access) {
      case Staff staff -> request.context().register(admitStaff(staff, request));
      case Partner partner -> request.context().register(partners.admit(request));
      case InternalKey key -> admitKey(request);
      case Operators operators -> admitOperator(request);
      case ThisMachine thisMachine -> admitNeighbour(request);
      case Anybody anybody -> {}
      case SelfVerified selfVerified -> {}
      case Signed signed -> {}
    }
  }

  private StaffCaller admitStaff(Staff access, ServerRequest request) {
    StaffCaller caller = identity.of(request).orElseThrow(Problem::unauthorized);
    if (caller.mustChangePassword() && !access.evenBeforePasswordChange()) {
      throw Problem.forbidden("Password change required");
    }
    if (!access.roles().contains(caller.role())) {
      throw Problem.forbidden("Forbidden");
    }
    return caller;
  }

  private void admitKey(ServerRequest request) {
    if (!isKey(request.headers().value(INTERNAL_KEY).orElse(""))) {
      throw Problem.unauthorized();
    }
  }

  private void admitOperator(ServerRequest request) {
    boolean bearsKey =
        request
            .headers()
            .value(HeaderNames.AUTHORIZATION)
            .filter(value -> value.startsWith(BEARER))
            .filter(value -> isKey(value.substring(BEARER.length())))
            .isPresent();
    if (!bearsKey && !origins.isDirectLoopback(new RoutedHead(request))) {
      admitKey(request);
    }
  }

  /// Whoever comes from elsewhere is told no more than somebody with a wrong secret.
  private void admitNeighbour(ServerRequest request) {
    String shown = request.headers().value(COMMAND_SECRET).orElse("");
    boolean knows = MessageDigest.isEqual(commandSecret, shown.getBytes(StandardCharsets.UTF_8));
    if (!knows
        || commandSecret.length == 0
        || !origins.isDirectNeighbour(new RoutedHead(request))) {
      throw Problem.unauthorized();
    }
  }

  private boolean isKey(String shown) {
    return MessageDigest.isEqual(internalKey, shown.getBytes(StandardCharsets.UTF_8));
  }

  /// Refuses what another site's page could have made a staff browser send (API §4.1).
  private void refuseForgery(ServerRequest request) {
    Method method = request.prologue().method();
    if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
      return;
    }
    if (!isDeliberate(request, origins)) {
      throw Problem.forbidden("Cross-site request refused");
    }
  }

  /// Whether a request that changes something cannot have been made by another site's page.
  static boolean isDeliberate(ServerRequest request, RequestOrigins origins) {
    boolean said = JsonHttp.isJson(request) || request.headers().contains(REQUESTED_WITH);
    return said && origins.isSameOriginIfSent(request);
  }
}
