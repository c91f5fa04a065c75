package dev.streamgate.server.contract;

import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.server.RunningServer;
import java.util.Map;
import java.util.stream.Stream;

/// Overview, delivering servers, the feed they follow, health and figures.
final class OperationCases {
  private static final int STREAMS_OF_AN_ACCOUNT = 8;

  private OperationCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        Cases.asManager("getDashboard").good(200, OperationCases::withSomethingToShow),
        Cases.asManager("listSessions").good(200, OperationCases::withSomethingToShow),
        consoles(),
        Cases.of("backUp", (it, stage) -> it.bearer(stage.owner()).deliberately()).good(200),
        commands(),
        orders(),
        Cases.of("loadSamples", (it, stage) -> stage.command(it)).good(200).good(200),
        Cases.of("inspect", (it, stage) -> stage.command(it))
            .good(200, OperationCases::withSomethingToShow),
        Cases.of("handOverBackup", (it, stage) -> stage.command(it))
            .good(200, (it, stage) -> it.json("{}"))
            .good(200, (it, stage) -> it.json("{\"secrets\":true}")),
        Cases.asManager("listEdges").good(200, OperationCases::withEdge),
        Cases.of("removeEdge", (it, stage) -> it.bearer(stage.owner()).deliberately())
            .good(204, (it, stage) -> withEdge(it, stage).path("edgeId", "edge-1"))
            .refused(404, "Edge not found", (it, stage) -> it),
        Cases.asManager("getChange")
            .good(200, (it, stage) -> it.path("seq", String.valueOf(change(stage))))
            .good(
                200, (it, stage) -> withEdge(it, stage).path("seq", String.valueOf(change(stage))))
            .refused(404, "Change not found", (it, stage) -> it.path("seq", "999999999")),
        feed(),
        stream(),
        confirmations(),
        Cases.of("getHealth").good(200),
        metrics(),
        Cases.of("getApiDescription").good(200).good(304, PortalCases::known));
  }

  /// Nothing is to be done when this server is told to stop, so that it goes on.
  private static Cases commands() {
    return Cases.of("command", (it, stage) -> stage.command(it))
        .good(200, (it, stage) -> it.json("{\"command\":\"stop\"}"))
        .good(200, (it, stage) -> it.json(resetPassword(stage.colleagueId())))
        .refused(400, "Unknown command", (it, stage) -> it.json("{\"command\":\"sing\"}"))
        .refused(404, "Account not found", (it, stage) -> it.json(resetPassword("nobody")))
        .refused(
            409,
            "This password is set in the server configuration",
            (it, stage) -> it.json(resetPassword("admin")));
  }

  private static Cases orders() {
    String times = "\"startsAt\":\"2039-01-01T00:00:00Z\",\"endsAt\":\"2039-01-02T00:00:00Z\"";
    String event = "{\"event\":{\"title\":\"A\",%s},\"codes\":%d,\"label\":\"B\"}";
    return Cases.of("orderEvent", (it, stage) -> stage.command(it))
        .good(200, (it, stage) -> it.json(event.formatted(times, 2)))
        .good(200, (it, stage) -> it.json("{\"event\":{\"title\":\"A\",%s}}".formatted(times)))
        .refused(
            400,
            "Count must be between 1 and 500",
            (it, stage) -> it.json(event.formatted(times, 501)))
        .refused(
            400, "Title is required", (it, stage) -> it.json("{\"event\":{%s}}".formatted(times)))
        .refused(400, "Title is required", (it, stage) -> it.json("{}"));
  }

  private static String resetPassword(String username) {
    return Stage.json(ServerCommand.toResetPassword(username));
  }

  private static Cases consoles() {
    return Cases.asManager("followConsole")
        .good(200)
        .good(200, (it, stage) -> it.header("Last-Event-ID", "7"))
        .good(200, (it, stage) -> it.bearer(stage.door()))
        .refused(503, "Too many consoles", OperationCases::withManyStreams);
  }

  private static Ask withManyStreams(Ask ask, Stage stage) {
    Ask own = ask.bearer(stage.colleague());
    for (int i = 0; i < STREAMS_OF_AN_ACCOUNT; i++) {
      stage.follow(own);
    }
    return own;
  }

  private static Cases feed() {
    return Cases.withKey("readFeed")
        .good(200, OperationCases::afterEveryKindOfChange)
        .good(200, (it, stage) -> afterEveryKindOfChange(it, stage).query("cursor=0&limit=2"))
        .refused(400, "Missing or invalid since", (it, stage) -> it)
        .refused(400, "Missing or invalid since", (it, stage) -> it.query("cursor=first"))
        .refused(400, "Invalid limit", (it, stage) -> it.query("cursor=0&limit=0"));
  }

  private static Cases stream() {
    return Cases.withKey("followFeed")
        .good(200, (it, stage) -> it.query("cursor=0"))
        .good(200, (it, stage) -> it.header("Last-Event-ID", "1"))
        .refused(400, "Missing or invalid since", (it, stage) -> it);
  }

  private static Cases confirmations() {
    return Cases.withKey("confirmFeed")
        .good(200, (it, stage) -> it.json("{\"edgeId\":\"edge-2\",\"cursor\":0}"))
        .good(
            200,
            (it, stage) ->
                it.json(
                    """
                    {"edgeId":"edge-2","cursor":1,"address":"https://edge-2.example.com",
                     "version":"1.0.0","instanceId":"4f3a","goodbye":true}
                    """))
        .refused(400, "Invalid edgeId", (it, stage) -> it.json("{\"edgeId\":\"a b\",\"cursor\":0}"))
        .refused(400, "Invalid cursor", (it, stage) -> it.json("{\"edgeId\":\"edge-2\"}"));
  }

  private static Cases metrics() {
    return Cases.of("getMetrics")
        .good(200, (it, stage) -> it.from(""))
        .good(200, (it, stage) -> it.key())
        .good(200, (it, stage) -> it.bearer(RunningServer.INTERNAL_KEY))
        .refused(401, "Unauthorized", (it, stage) -> it);
  }

  private static Ask withSomethingToShow(Ask ask, Stage stage) {
    stage.seat();
    stage.event(Map.of("startsAt", "2039-01-01T00:00:00Z"));
    return ask;
  }

  private static Ask withEdge(Ask ask, Stage stage) {
    String body = "{\"edgeId\":\"edge-1\",\"cursor\":1,\"address\":\"https://edge-1.example.com\"}";
    stage.send(Ask.of("POST", "/api/revocations/ack").key().json(body));
    return ask;
  }

  private static long change(Stage stage) {
    return stage.revoke(stage.ticket(stage.event()));
  }

  private static Ask afterEveryKindOfChange(Ask ask, Stage stage) {
    change(stage);
    Stage.Ticket reinstated = stage.ticket(stage.event());
    stage.revoke(reinstated);
    stage.staff("PATCH", "/api/admin/tokens/" + reinstated.id() + "/unrevoke", Map.of());
    String off = stage.event();
    stage.ticket(off);
    stage.deactivate(off);
    String back = stage.event();
    stage.deactivate(back);
    stage.staff("PATCH", "/api/admin/events/" + back + "/reactivate", Map.of());
    stage.leftSeat();
    return ask.query("since=2026-01-01T00:00:00Z");
  }
}
