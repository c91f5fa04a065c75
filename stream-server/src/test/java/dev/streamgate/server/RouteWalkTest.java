package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.RouteTable.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks all routes of the wired server with every kind of caller.
@TestInstance(Lifecycle.PER_CLASS)
class RouteWalkTest {
  private static final String ADMIN = "/api/admin/";
  private static final Set<String> OPEN_TO_STRANGERS =
      Set.of("/api/admin/login", "/api/admin/session");

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  Stream<Route> staffRoutes() {
    return server.routes().stream().filter(route -> route.access() instanceof Access.Staff);
  }

  Stream<Route> selfVerifiedRoutes() {
    return server.routes().stream().filter(route -> route.access() instanceof Access.SelfVerified);
  }

  @Test
  void everyStaffPathIsForStaffButSignInAndSession() {
    List<String> open =
        server.routes().stream()
            .filter(route -> route.path().startsWith(ADMIN))
            .filter(route -> !(route.access() instanceof Access.Staff))
            .map(Route::path)
            .toList();

    assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN_TO_STRANGERS);
  }

  @ParameterizedTest
  @MethodSource("staffRoutes")
  void aStrangerIsTold401(Route route) {
    HttpResponse<String> answer = server.call(route, "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
  }

  @ParameterizedTest
  @MethodSource("staffRoutes")
  void everyRoleIsLetInOrTold403AsTheRouteSays(Route route) {
    for (StaffRole role : StaffRole.values()) {
      boolean allowed = ((Access.Staff) route.access()).roles().contains(role);
      if (route.path().equals("/api/admin/logout") && allowed) {
        continue; // would end the sign-in the others need
      }
      HttpResponse<String> answer = server.call(route, server.tokenOf(role));

      if (allowed) {
        assertThat(answer.statusCode()).as("%s %s", role, route).isNotIn(401, 403, 500);
      } else {
        assertThat(answer.statusCode()).as("%s %s", role, route).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Forbidden\"}");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("selfVerifiedRoutes")
  void aPlaybackRouteRefusesWhoeverBringsNoToken(Route route) {
    assertThat(server.call(route, "").statusCode()).as("%s", route).isIn(401, 403);
    assertThat(server.call(route, "nonsense").statusCode()).as("%s", route).isIn(401, 403);
  }

  Stream<Route> partnerRoutes() {
    return server.routes().stream().filter(route -> route.access() instanceof Access.Partner);
  }

  Stream<Route> signedRoutes() {
    return server.routes().stream().filter(route -> route.access() instanceof Access.Signed);
  }

  /// Before the body is looked at: what is sent here is none that the route takes.
  @ParameterizedTest
  @MethodSource("partnerRoutes")
  void aPartnersRouteLetsInKeysOwnersAndManagers(Route route) {
    assertThat(server.call(route, "").statusCode()).as("%s", route).isEqualTo(401);
    assertThat(server.call(route, "nonsense").statusCode()).as("%s", route).isEqualTo(401);
    assertThat(server.call(route, server.tokenOf(StaffRole.DOOR)).statusCode())
        .as("%s", route)
        .isEqualTo(403);
    assertThat(server.call(route, server.tokenOf(StaffRole.MANAGER)).statusCode())
        .as("%s", route)
        .isNotIn(401, 403, 500);
    assertThat(server.call(route, server.tokenOf(StaffRole.OWNER)).statusCode())
        .as("%s", route)
        .isNotIn(401, 403, 500);
  }

  @ParameterizedTest
  @MethodSource("signedRoutes")
  void aSignedRouteOpensNothingWithoutASignature(Route route) {
    assertThat(server.call(route, server.tokenOf(StaffRole.OWNER)).statusCode())
        .as("%s", route)
        .isIn(400, 403, 404);
  }

  @Test
  void unknownStaffPathsTellStrangersNothing() {
    assertThat(server.get("/api/admin/nothing", "").statusCode()).isEqualTo(401);
    assertThat(server.get("/api/admin/nothing", server.tokenOf(StaffRole.OWNER)).statusCode())
        .isEqualTo(404);
  }
}
