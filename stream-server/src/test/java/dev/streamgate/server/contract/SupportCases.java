package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Stage.Seat;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.stream.Stream;

/// What support looks into, and what viewers' pages report.
final class SupportCases {
  private static final int REPORTS_A_MINUTE = 30;

  private SupportCases() {}

  static Stream<Cases> all() {
    return Stream.of(diagnostics(), reports());
  }

  private static Cases diagnostics() {
    return Cases.asManager("diagnose")
        .good(200, (it, stage) -> it.json(query(stage.ticket(stage.event()).code())))
        .good(200, (it, stage) -> it.json(query(revokedCode(stage))))
        .good(200, (it, stage) -> it.json(query(stage.seat().session())))
        .good(200, (it, stage) -> it.json(query(stage.seat().token())))
        .good(200, (it, stage) -> it.json(query(tampered(stage.seat()))))
        .good(200, (it, stage) -> it.json(query("who knows")))
        .refused(400, "Query is required", (it, stage) -> it.json("{}"))
        .refused(400, "Query is required", (it, stage) -> it.json(query(" ")))
        .refused(
            400,
            "Query must be at most 8192 characters",
            (it, stage) -> it.json(query("x".repeat(8193))));
  }

  private static Cases reports() {
    return Cases.of("reportClientError")
        .good(204, (it, stage) -> it.json(report()))
        .refused(
            403,
            "Cross-site request refused",
            (it, stage) -> it.json(report()).header("Origin", "https://elsewhere.example"))
        .refused(429, "Too many error reports", SupportCases::afterManyReports);
  }

  private static Ask afterManyReports(Ask ask, Stage stage) {
    Ask report = ask.json(report()).from(stage.newAddress());
    for (int sent = 0; sent < REPORTS_A_MINUTE; sent++) {
      stage.send(report);
    }
    return report;
  }

  private static String revokedCode(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    stage.revoke(ticket);
    return ticket.code();
  }

  private static String tampered(Seat seat) {
    return seat.token().substring(0, seat.token().length() - 4) + "AAAA";
  }

  private static String query(String text) {
    return "{\"query\":\"" + text + "\"}";
  }

  private static String report() {
    return """
    {"type":"PLAYBACK_AUTH_FAILED","url":"/api/playback/heartbeat","status":401,
     "detail":"","hasToken":true,"timestamp":"2026-03-10T15:00:00.000Z"}
    """;
  }
}
