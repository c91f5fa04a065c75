package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Stage.Seat;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.stream.Stream;

/// How far a viewer has come: asked and told.
final class ProgressCases {
  private static final String UNAUTHORIZED = "Unauthorized";
  private static final String LOST = "Session not found";
  private static final String CONFLICT = "Session conflict";
  private static final String TOO_MANY = "Too many progress reports";
  private static final int PERMITS = 60;
  private static final String REPORT =
      """
      {"watchedSeconds":120,"lastPositionSeconds":118,"durationSeconds":600,"started":true,
       "event":"PLAY"}
      """;

  private ProgressCases() {}

  static Stream<Cases> all() {
    return Stream.of(asked(), told());
  }

  private static Cases asked() {
    return Cases.of("getProgress")
        .good(200, (it, stage) -> it.bearer(stage.seat().token()))
        .refused(401, UNAUTHORIZED, (it, stage) -> it)
        .refused(404, LOST, (it, stage) -> it.bearer(stage.leftSeat().token()))
        .refused(409, CONFLICT, (it, stage) -> it.bearer(stage.displacedSeat().token()))
        .refused(429, TOO_MANY, (it, stage) -> often(it.bearer(stage.seat().token()), stage));
  }

  private static Cases told() {
    return Cases.of("reportProgress", (it, stage) -> it.bearer(stage.seat().token()))
        .good(200, (it, stage) -> it.json(REPORT))
        .good(200, (it, stage) -> it.json(REPORT.replace("600", "null")))
        .refused(400, "Invalid progress values", (it, stage) -> it.json("{}"))
        .refused(
            400, "Invalid progress values", (it, stage) -> it.json(REPORT.replace("120", "-1")))
        .refused(
            401, UNAUTHORIZED, (it, stage) -> it.json(REPORT).bearer(seatOfRevoked(stage).token()))
        .refused(404, LOST, (it, stage) -> it.json(REPORT).bearer(stage.leftSeat().token()))
        .refused(
            409, CONFLICT, (it, stage) -> it.json(REPORT).bearer(stage.displacedSeat().token()))
        .refused(429, TOO_MANY, (it, stage) -> often(it.json(REPORT), stage));
  }

  private static Ask often(Ask ask, Stage stage) {
    for (int i = 0; i < PERMITS; i++) {
      stage.send(ask);
    }
    return ask;
  }

  private static Seat seatOfRevoked(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    Seat seat = stage.seat(ticket);
    stage.revoke(ticket);
    return seat;
  }
}
