package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What every operation of a kind refuses: the stranger, the wrong role, the page of another site,
/// and bodies that are no JSON or too large (API §1.2, §4.1).
final class GeneralCases {
  private static final String UNAUTHORIZED = "Unauthorized";
  private static final String PASSWORD = "Password change required";
  private static final String CROSS_SITE = "Cross-site request refused";
  private static final Set<String> STAFF = Set.of("staffCookie", "staffBearer");
  private static final Set<String> VIEWER = Set.of("playbackToken");
  private static final Set<String> KEY = Set.of("internalKey");
  private static final Set<String> PARTNERS = Set.of("internalKey", "staffCookie", "staffBearer");
  private static final Set<String> NEIGHBOUR = Set.of("commandSecret");
  private static final int TOO_LARGE = 512 * 1024;

  private GeneralCases() {}

  static Stream<Cases> all(List<Operation> operations) {
    return operations.stream().flatMap(GeneralCases::of);
  }

  private static Stream<Cases> of(Operation operation) {
    return Stream.of(callers(operation), otherSites(operation), bodies(operation));
  }

  private static Cases callers(Operation operation) {
    Cases cases = Cases.of(operation.id(), (it, stage) -> it.json("{}"));
    if (operation.callers().equals(KEY)) {
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it);
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it.header("X-Internal-Api-Key", "wrong"));
    }
    if (operation.callers().equals(PARTNERS)) {
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it);
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it.bearer("wrong"));
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it.header("X-Internal-Api-Key", "wrong"));
      wrongRoles(operation, cases);
    }
    if (operation.callers().equals(NEIGHBOUR)) {
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it.from(""));
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it.from("").key());
      cases.refused(401, UNAUTHORIZED, (it, stage) -> stage.command(it).from("192.0.2.7"));
    }
    if (operation.callers().equals(STAFF)) {
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it);
      cases.refused(401, UNAUTHORIZED, (it, stage) -> it.bearer("wrong"));
      wrongRoles(operation, cases);
    }
    return cases;
  }

  private static void wrongRoles(Operation operation, Cases cases) {
    if (!operation.roles().contains("door")) {
      cases.refused(403, "Forbidden", (it, stage) -> it.bearer(stage.door()));
    }
    if (!operation.roles().contains("manager")) {
      cases.refused(403, "Forbidden", (it, stage) -> it.bearer(stage.manager()));
    }
    if (operation.errors(403).contains(PASSWORD)) {
      cases.refused(403, PASSWORD, (it, stage) -> it.bearer(stage.newcomer()));
    }
  }

  private static Cases otherSites(Operation operation) {
    Cases cases = Cases.of(operation.id(), credential(operation));
    if (operation.callers().equals(PARTNERS) && operation.changesSomething()) {
      cases.refused(403, CROSS_SITE, (it, stage) -> undecided(byCookie(it, stage)));
      cases.refused(
          403,
          CROSS_SITE,
          (it, stage) ->
              byCookie(it, stage).json("{}").header("Origin", "https://elsewhere.example"));
    }
    if (operation.isBelowAdmin() && operation.changesSomething()) {
      cases.refused(403, CROSS_SITE, (it, stage) -> undecided(it));
      cases.refused(
          403,
          CROSS_SITE,
          (it, stage) -> it.json("{}").header("Origin", "https://elsewhere.example"));
    }
    return cases;
  }

  private static Ask byCookie(Ask ask, Stage stage) {
    return ask.without("X-Internal-Api-Key").header("Cookie", "admin_session=" + stage.owner());
  }

  /// What a form of another site's page can send.
  private static Ask undecided(Ask ask) {
    return ask.without("X-Requested-With").body("text/plain", "{}");
  }

  private static Cases bodies(Operation operation) {
    Cases cases = Cases.of(operation.id(), credential(operation));
    if (operation.takesJson()) {
      cases.refused(400, "Invalid request body", (it, stage) -> it.json("[]"));
      cases.refused(400, "Invalid request body", (it, stage) -> it.json("{\"a\":1,\"a\":2}"));
      cases.refused(
          413,
          "Request body too large",
          (it, stage) -> it.json("{\"a\":\"" + "x".repeat(TOO_LARGE) + "\"}"));
    }
    if (operation.takesJson() && operation.node().at("/requestBody/required").asBoolean()) {
      operation
          .errors(415)
          .forEach(text -> cases.refused(415, text, (it, stage) -> it.body("text/html", "{}")));
    }
    return cases;
  }

  private static Step credential(Operation operation) {
    if (operation.callers().contains("internalKey") && !operation.callers().contains("")) {
      return (it, stage) -> it.key();
    }
    if (operation.callers().equals(NEIGHBOUR)) {
      return (it, stage) -> stage.command(it);
    }
    if (operation.callers().equals(VIEWER)) {
      return (it, stage) -> it.bearer(stage.seat().token());
    }
    return operation.callers().equals(STAFF)
        ? (it, stage) -> it.bearer(stage.owner()).deliberately()
        : (it, stage) -> it.deliberately();
  }
}
