package dev.streamgate.server.contract;

import java.util.Map;
import java.util.stream.Stream;

/// Signing in and out, and the own password.
final class SignInCases {
  private static final String OTHER = "another password entirely";
  private static final int ATTEMPTS = 10;

  private SignInCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        signIn(),
        Cases.of("signOut", (it, stage) -> it.deliberately())
            .good(200, (it, stage) -> it.bearer(stage.colleague())),
        Cases.of("getSignIn")
            .good(200)
            .good(200, (it, stage) -> it.bearer(stage.door()))
            .good(200, (it, stage) -> it.header("Cookie", "admin_session=" + stage.manager())),
        password());
  }

  private static Cases signIn() {
    return Cases.of("signIn")
        .good(200, (it, stage) -> it.json(Stage.json(Map.of("password", Stage.PASSWORD))))
        .refused(400, "Password is required", (it, stage) -> it.json("{}"))
        .refused(401, "Invalid credentials", (it, stage) -> it.json("{\"password\":\"wrong\"}"))
        .refused(
            429,
            "Too many login attempts. Please try again later.",
            (it, stage) -> exhausted(it.json("{}"), stage));
  }

  private static Cases password() {
    return Cases.of("changePassword")
        .good(200, (it, stage) -> change(it, stage.colleague(), Stage.PASSWORD, OTHER))
        .refused(
            400,
            "Password must be at least 8 characters",
            (it, stage) -> change(it, stage.colleague(), Stage.PASSWORD, "short"))
        .refused(
            400,
            "Password must be at most 72 bytes",
            (it, stage) -> change(it, stage.colleague(), Stage.PASSWORD, "x".repeat(73)))
        .refused(
            400,
            "The new password must be another one",
            (it, stage) -> change(it, stage.colleague(), Stage.PASSWORD, Stage.PASSWORD))
        .refused(
            401,
            "Invalid credentials",
            (it, stage) -> change(it, stage.colleague(), OTHER, Stage.PASSWORD))
        .refused(
            409,
            "This password is set in the server configuration",
            (it, stage) -> change(it, stage.admin(), Stage.PASSWORD, OTHER));
  }

  private static Ask change(Ask ask, String token, String current, String replacement) {
    return ask.bearer(token)
        .json(Stage.json(Map.of("currentPassword", current, "newPassword", replacement)));
  }

  private static Ask exhausted(Ask attempt, Stage stage) {
    Ask fromHere = attempt.from(stage.newAddress());
    for (int i = 0; i < ATTEMPTS; i++) {
      stage.send(fromHere);
    }
    return fromHere;
  }
}
