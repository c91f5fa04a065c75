package dev.streamgate.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.RouteTable.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The routes of the wired server and the operations of the description are the same, and are for
/// the same callers. Media is not in the route table.
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedRoutesTest {
  private static final Set<String> STAFF = Set.of("staffCookie", "staffBearer");
  private static final Set<String> PARTNERS = Set.of("internalKey", "staffCookie", "staffBearer");

  private final List<Operation> operations =
      ApiDescription.read().operations().stream()
          .filter(it -> !it.path().startsWith("/streams/"))
          .toList();
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = new Stage(folder);
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @Test
  void everyRouteIsDescribedOnce() {
    for (Route route : stage.server().routes()) {
      assertThat(operations.stream().filter(it -> describes(it, route)))
          .as("%s %s", route.method(), route.path())
          .hasSize(1);
    }
  }

  @Test
  void whatIsDescribedExists() {
    for (Operation operation : operations) {
      assertThat(stage.server().routes())
          .as("%s %s", operation.method(), operation.path())
          .anyMatch(route -> describes(operation, route));
    }
  }

  @Test
  void theDescriptionNamesWhomTheRouteLetsIn() {
    for (Route route : stage.server().routes()) {
      Operation operation =
          operations.stream().filter(it -> describes(it, route)).findFirst().orElseThrow();

      switch (route.access()) {
        case Access.Anybody anybody ->
            assertThat(operation.callers()).as(route.path()).contains("");
        case Access.SelfVerified self ->
            assertThat(operation.callers()).as(route.path()).contains("playbackToken");
        case Access.Signed signed ->
            assertThat(operation.callers())
                .as(route.path())
                .containsAnyOf("signedAddress", "embedToken");
        case Access.Partner partner -> {
          assertThat(operation.callers()).as(route.path()).isEqualTo(PARTNERS);
          assertThat(operation.roles()).as(route.path()).containsOnly("owner", "manager");
        }
        case Access.InternalKey key ->
            assertThat(operation.callers()).as(route.path()).containsOnly("internalKey");
        case Access.ThisMachine thisMachine ->
            assertThat(operation.callers()).as(route.path()).containsOnly("commandSecret");
        case Access.Operators operators ->
            assertThat(operation.callers())
                .as(route.path())
                .containsExactlyInAnyOrder("internalKey", "internalKeyAsBearer", "");
        case Access.Staff staff -> isForStaff(operation, staff);
      }
    }
  }

  private static void isForStaff(Operation operation, Access.Staff staff) {
    Set<String> roles = staff.roles().stream().map(StaffRole::wireName).collect(Collectors.toSet());

    assertThat(operation.callers()).as(operation.id()).isEqualTo(STAFF);
    assertThat(operation.roles()).as(operation.id()).isEqualTo(roles);
    assertThat(operation.errors(403).contains("Password change required"))
        .as(operation.id())
        .isNotEqualTo(staff.evenBeforePasswordChange());
  }

  /// A route with parameters has the very path of the description; one without, such as that of a
  /// file whose name changes with its content, may stand for a parameter. The library marks a
  /// parameter that may have slashes with a plus.
  private static boolean describes(Operation operation, Route route) {
    if (!operation.method().equals(route.method().text())) {
      return false;
    }
    String template = operation.path();
    String literal = Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/{}]+\\\\Q");
    String path = route.path().replace("{+", "{");
    return template.equals(path) || path.matches(literal);
  }
}
