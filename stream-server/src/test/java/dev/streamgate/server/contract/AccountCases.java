package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.stream.Stream;

/// What owners manage, locked addresses, and the editing of a ticket.
final class AccountCases {
  private static final String NO_ACCOUNT = "Account not found";
  private static final String FIXED_ACCOUNT = "This account is set in the server configuration";
  private static final String FIXED_PASSWORD = "This password is set in the server configuration";

  private AccountCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        asOwner("listAccounts").good(200),
        create(),
        change(),
        asOwner("deleteAccount")
            .good(204, ofColleague())
            .refused(404, NO_ACCOUNT, nobody())
            .refused(409, FIXED_ACCOUNT, ofAdmin()),
        asOwner("endSignIns").good(204, ofColleague()).refused(404, NO_ACCOUNT, nobody()),
        asOwner("getSettings").good(200),
        settings(),
        Cases.asManager("listLockedAddresses").good(200, AccountCases::locked),
        Cases.asManager("unlockAddress")
            .good(204, AccountCases::locked)
            .refused(404, "This address is not locked", nobody()),
        ticket());
  }

  private static Cases asOwner(String operation) {
    return Cases.of(operation, (it, stage) -> it.bearer(stage.owner()).deliberately());
  }

  private static Cases create() {
    String rest = "\"password\":\"a first password\",\"role\":\"door\"";
    return asOwner("createAccount")
        .good(201, json("\"username\":\"door-2\"," + rest))
        .refused(400, "Role must be owner, manager or door", json("\"role\":\"king\""))
        .refused(409, "Username already exists", json("\"username\":\"admin\"," + rest));
  }

  private static Cases change() {
    return asOwner("changeAccount")
        .good(200, ofColleague().then(json("\"disabled\":true")))
        .refused(
            400,
            "Password must be at least 8 characters",
            ofColleague().then(json("\"password\":\"short\"")))
        .refused(404, NO_ACCOUNT, json("\"disabled\":true"))
        .refused(409, FIXED_ACCOUNT, ofAdmin().then(json("\"disabled\":true")))
        .refused(409, FIXED_PASSWORD, ofAdmin().then(json("\"password\":\"another password\"")));
  }

  /// `APP_NAME` is in the configuration of the stage.
  private static Cases settings() {
    return asOwner("changeSettings")
        .good(200, json("\"supportContact\":\"help@example.com\",\"languages\":[\"de\",\"en\"]"))
        .refused(400, "App name must be 1 to 100 characters", json("\"appName\":7"))
        .refused(
            400,
            "Support contact must be a mail address or an http or https address of at most 200"
                + " characters",
            json("\"supportContact\":\"nobody\""))
        .refused(
            400,
            "Languages must be a list of the languages there are, each once: en, de",
            json("\"languages\":[\"fr\"]"))
        .refused(
            400,
            "Refused codes per minute must be a whole number from 1 to 10000",
            json("\"validateRefusedPerMinute\":0"))
        .refused(
            400,
            "Validations per minute must be a whole number from 1 to 1000000",
            json("\"validateTotalPerMinute\":0"))
        .refused(
            409,
            "appName is set in the server configuration (APP_NAME)",
            json("\"appName\":\"Another\""));
  }

  private static Cases ticket() {
    return Cases.of("changeTicket", AccountCases::ofTicket)
        .good(200, json("\"label\":null,\"maxSessions\":2,\"takeoversUsed\":0"))
        .refused(400, "Label must be text of at most 200 characters", json("\"label\":7"))
        .refused(400, "Devices per ticket must be between 1 and 5", json("\"maxSessions\":6"))
        .refused(
            400,
            "Takeovers used must be a whole number from 0 to how many are used now",
            json("\"takeoversUsed\":1"))
        .refused(
            404,
            "Token not found",
            (it, stage) -> it.path("id", "nothing").json("{\"label\":\"\"}"));
  }

  private static Step json(String fields) {
    return (it, stage) -> it.json("{" + fields + "}");
  }

  private static Step nobody() {
    return (it, stage) -> it;
  }

  private static Step ofColleague() {
    return (it, stage) -> it.path("id", stage.colleagueId());
  }

  private static Step ofAdmin() {
    return (it, stage) -> it.path("id", stage.adminId());
  }

  private static Ask ofTicket(Ask ask, Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    return ask.bearer(stage.manager()).path("id", ticket.id());
  }

  /// Names an address that has used up its guesses.
  private static Ask locked(Ask ask, Stage stage) {
    String address = stage.newAddress();
    Ask guess = Ask.of("POST", "/api/tokens/validate").json("{\"code\":\"WRONG\"}").from(address);
    for (int i = 0; i < 5; i++) {
      stage.send(guess);
    }
    return ask.path("address", address);
  }
}
