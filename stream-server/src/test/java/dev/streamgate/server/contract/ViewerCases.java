package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Stage.Seat;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.Map;
import java.util.stream.Stream;

/// From a code to a session and to its end.
final class ViewerCases {
  private static final String WRONG = "Invalid code. Please check your ticket and try again.";
  private static final String REVOKED =
      "This code has been revoked. Please contact the event organizer.";
  private static final String OFF = "This event is no longer available.";
  private static final String LOCKED = "Available on 2039-01-01 00:00 UTC.";
  private static final String EXPIRED =
      "This code has expired. Access was available until 2020-01-04 00:00 UTC.";
  private static final String IN_USE = "This access code is currently in use on another device.";
  private static final String TOO_MANY = "Too many attempts. Please wait a moment and try again.";
  private static final String UNAUTHORIZED = "Unauthorized";
  private static final int GUESSES = 5;
  private static final int REFRESHES = 12;

  private ViewerCases() {}

  static Stream<Cases> all() {
    return Stream.of(validate(), refusedByRules(), refresh(), heartbeat(), release(), status());
  }

  private static Cases validate() {
    return Cases.of("validateCode")
        .good(200, (it, stage) -> code(it, stage.ticket(stage.event())))
        .good(200, (it, stage) -> code(it, stage.ticket(watermarked(stage))))
        .good(200, ViewerCases::wholeRequest)
        .refused(401, WRONG, (it, stage) -> it.json("{\"code\":\"WRONG\"}"))
        .refused(401, WRONG, (it, stage) -> it.json("{\"code\":12}"))
        .refused(401, WRONG, (it, stage) -> it.json("{}"))
        .refused(409, IN_USE, (it, stage) -> code(it, watched(stage, stage.event())))
        .refused(409, IN_USE, (it, stage) -> code(it, watched(stage, counted(stage))))
        .refused(429, TOO_MANY, (it, stage) -> locked(it.json("{\"code\":\"WRONG\"}"), stage));
  }

  private static Cases refusedByRules() {
    return Cases.of("validateCode")
        .refused(403, REVOKED, (it, stage) -> code(it, revoked(stage)))
        .refused(403, OFF, (it, stage) -> code(it, switchedOff(stage)))
        .refused(403, LOCKED, (it, stage) -> code(it, ofLockedItem(stage)))
        .refused(410, EXPIRED, (it, stage) -> code(it, stage.ticket(stage.pastEvent())));
  }

  private static Cases refresh() {
    return Cases.of("refreshToken")
        .good(200, (it, stage) -> it.bearer(stage.seat().token()))
        .refused(401, UNAUTHORIZED, (it, stage) -> it)
        .refused(401, UNAUTHORIZED, (it, stage) -> it.bearer("a.b.c"))
        .refused(401, "Session not found", (it, stage) -> it.bearer(stage.leftSeat().token()))
        .refused(403, REVOKED, (it, stage) -> it.bearer(seatOfRevoked(stage).token()))
        .refused(403, OFF, (it, stage) -> it.bearer(seatOfSwitchedOff(stage).token()))
        .refused(403, LOCKED, (it, stage) -> it.bearer(seatOfLockedItem(stage).token()))
        .refused(409, "Session conflict", (it, stage) -> it.bearer(stage.displacedSeat().token()))
        .refused(410, EXPIRED, (it, stage) -> it.bearer(seatOfExpired(stage).token()))
        .refused(429, "Too many refresh attempts", ViewerCases::refreshedTooOften);
  }

  private static Cases heartbeat() {
    return Cases.of("sendHeartbeat")
        .good(200, (it, stage) -> it.bearer(stage.seat().token()))
        .refused(401, UNAUTHORIZED, (it, stage) -> it)
        .refused(401, UNAUTHORIZED, (it, stage) -> it.bearer(seatOfRevoked(stage).token()))
        .refused(401, UNAUTHORIZED, (it, stage) -> it.bearer(seatOfSwitchedOff(stage).token()))
        .refused(404, "Session not found", (it, stage) -> it.bearer(stage.leftSeat().token()))
        .refused(409, "Session conflict", (it, stage) -> it.bearer(stage.displacedSeat().token()));
  }

  private static Cases release() {
    return Cases.of("releaseSeat")
        .good(200, (it, stage) -> it.bearer(stage.seat().token()))
        .good(200, (it, stage) -> it.bearer(stage.leftSeat().token()))
        .good(200, (it, stage) -> it.body("text/plain", stage.seat().token()))
        .good(200, (it, stage) -> it.json(Stage.json(Map.of("token", stage.seat().token()))))
        .refused(401, UNAUTHORIZED, (it, stage) -> it)
        .refused(401, UNAUTHORIZED, (it, stage) -> fromElsewhere(it, stage.seat()));
  }

  private static Cases status() {
    return Cases.of("getEventStatus")
        .good(200, (it, stage) -> ofTicket(it, stage, stage.event()))
        .good(200, (it, stage) -> ofTicket(it, stage, stage.pastEvent()))
        .good(200, ViewerCases::statusByToken)
        .refused(401, WRONG, (it, stage) -> it.path("id", stage.event()))
        .refused(401, WRONG, (it, stage) -> it.path("id", stage.event()).query("code=WRONG"))
        .refused(404, "Event not found", (it, stage) -> rightCodeWrongEvent(it, stage))
        .refused(
            429,
            TOO_MANY,
            (it, stage) -> locked(it.path("id", stage.event()).query("code=WRONG"), stage));
  }

  private static Ask code(Ask ask, Ticket ticket) {
    return ask.json(Stage.json(Map.of("code", ticket.code())));
  }

  private static Ask wholeRequest(Ask ask, Stage stage) {
    String event = counted(stage);
    String code = watched(stage, event).code();
    return ask.json(
        Stage.json(
            Map.of("code", code, "takeover", true, "deviceName", "Phone", "eventId", event)));
  }

  /// The next request from an address that has used up its guesses.
  private static Ask locked(Ask guess, Stage stage) {
    Ask fromHere = guess.from(stage.newAddress());
    for (int i = 0; i < GUESSES; i++) {
      stage.send(fromHere);
    }
    return fromHere;
  }

  private static Ask refreshedTooOften(Ask ask, Stage stage) {
    Ask refresh = ask.bearer(stage.seat().token());
    for (int i = 0; i < REFRESHES; i++) {
      stage.send(refresh);
    }
    return refresh;
  }

  private static Ask fromElsewhere(Ask ask, Seat seat) {
    return ask.body("text/plain", seat.token()).header("Origin", "https://elsewhere.example");
  }

  private static Ask ofTicket(Ask ask, Stage stage, String event) {
    return ask.path("id", event).query("code=" + stage.ticket(event).code());
  }

  private static Ask statusByToken(Ask ask, Stage stage) {
    String event = stage.event();
    return ask.path("id", event).bearer(stage.seat(stage.ticket(event)).token());
  }

  private static Ask rightCodeWrongEvent(Ask ask, Stage stage) {
    return ask.path("id", "no-such-event").query("code=" + stage.ticket(stage.event()).code());
  }

  private static String counted(Stage stage) {
    return stage.event(Map.of("takeover", "counted"));
  }

  private static String watermarked(Stage stage) {
    return stage.event(Map.of("watermark", true));
  }

  private static Ticket watched(Stage stage, String event) {
    Ticket ticket = stage.ticket(event);
    stage.seat(ticket);
    return ticket;
  }

  private static Ticket revoked(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    stage.revoke(ticket);
    return ticket;
  }

  private static Ticket switchedOff(Stage stage) {
    String event = stage.event();
    Ticket ticket = stage.ticket(event);
    stage.deactivate(event);
    return ticket;
  }

  private static Ticket ofLockedItem(Stage stage) {
    return stage.ticket(stage.eventWithLockedItem(), Map.of("item", "later"));
  }

  private static Seat seatOfRevoked(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    Seat seat = stage.seat(ticket);
    stage.revoke(ticket);
    return seat;
  }

  private static Seat seatOfSwitchedOff(Stage stage) {
    String event = stage.event();
    Seat seat = stage.seat(stage.ticket(event));
    stage.deactivate(event);
    return seat;
  }

  private static Seat seatOfLockedItem(Stage stage) {
    String event = stage.event();
    stage.openItem(event, "2020-01-01T00:00:00Z");
    Seat seat = stage.seat(stage.ticket(event, Map.of("item", "later")));
    stage.openItem(event, "2039-01-01T00:00:00Z");
    return seat;
  }

  private static Seat seatOfExpired(Stage stage) {
    String event = stage.event();
    Seat seat = stage.seat(stage.ticket(event));
    stage.end(event);
    return seat;
  }
}
