package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tickets, and the sessions on them.
final class TicketCases {
  private static final String NO_EVENT = "Event not found";
  private static final String NO_TICKET = "Token not found";

  private TicketCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        listed(Cases.asManager("listTickets"))
            .good(200, (it, stage) -> it.query("eventId=" + stage.event()))
            .refused(400, "Invalid eventId", (it, stage) -> it.query("eventId=a%2Fb")),
        listed(ofEvent("listEventTickets"))
            .refused(404, NO_EVENT, (it, stage) -> it.path("id", "nothing")),
        generate(),
        ofEvent("exportTickets")
            .good(200)
            .refused(400, "Invalid progress", (it, stage) -> it.query("progress=some"))
            .refused(404, NO_EVENT, (it, stage) -> it.path("id", "nothing")),
        ofTicket("revokeTicket"),
        ofTicket("unrevokeTicket")
            .refused(
                400,
                "Cannot un-revoke an expired token",
                (it, stage) -> it.path("id", expiredAndRevoked(stage).id())),
        ofTicket("listTicketSessions"),
        bulk(),
        lookUp("manager", Stage::manager),
        lookUp("door", Stage::door),
        Cases.of("endSession", (it, stage) -> it.bearer(stage.door()).deliberately())
            .good(204, (it, stage) -> it.path("sid", stage.seat().session()))
            .refused(404, "Session not found", (it, stage) -> it));
  }

  private static Cases ofEvent(String operation) {
    return Cases.of(
        operation,
        (it, stage) -> it.bearer(stage.manager()).deliberately().path("id", busyEvent(stage)));
  }

  private static Cases ofTicket(String operation) {
    return Cases.asManager(operation)
        .good(200, (it, stage) -> it.path("id", watched(stage).id()))
        .refused(404, NO_TICKET, (it, stage) -> it);
  }

  private static Cases listed(Cases cases) {
    return cases
        .good(200)
        .good(200, (it, stage) -> it.query("status=unused&search=a&page=1&limit=200"))
        .refused(400, "Invalid status", (it, stage) -> it.query("status=lost"))
        .refused(400, "Invalid search", (it, stage) -> it.query("search=" + "x".repeat(201)))
        .refused(400, "Invalid pagination", (it, stage) -> it.query("page=0"));
  }

  private static Cases generate() {
    return Cases.of(
            "generateTickets",
            (it, stage) -> it.bearer(stage.manager()).path("id", stage.eventWithLockedItem()))
        .good(201, order("\"count\":2,\"label\":\"VIP\",\"maxSessions\":5,\"item\":\"later\""))
        .good(201, order("\"count\":1,\"codeStyle\":\"base62\",\"accessLevel\":\"STAFF\""))
        .refused(400, "Count must be between 1 and 500", order("\"count\":501"))
        .refused(
            400,
            "Label must be text of at most 200 characters",
            order("\"count\":1,\"label\":\"" + "x".repeat(201) + "\""))
        .refused(
            400,
            "Code style must be print or base62",
            order("\"count\":1,\"codeStyle\":\"imported\""))
        .refused(
            400,
            "Devices per ticket must be between 1 and 5",
            order("\"count\":1,\"maxSessions\":6"))
        .refused(
            400,
            "Access level must be STANDARD or STAFF",
            order("\"count\":1,\"accessLevel\":\"VIP\""))
        .refused(400, "Item must be the name of a folder", order("\"count\":1,\"item\":\"a/b\""))
        .refused(400, "The event has no item \"now\"", order("\"count\":1,\"item\":\"now\""))
        .refused(
            400,
            "Maximum height must be between 144 and 4320",
            order("\"count\":1,\"maxHeight\":100"))
        .refused(404, NO_EVENT, (it, stage) -> it.path("id", "nothing").json("{\"count\":1}"));
  }

  private static Cases bulk() {
    return Cases.asManager("revokeTickets")
        .good(200, (it, stage) -> it.json(ids(watched(stage).id())))
        .refused(400, "tokenIds array is required", (it, stage) -> it.json("{\"tokenIds\":[]}"))
        .refused(400, "Some tokens do not exist", (it, stage) -> it.json(ids("nothing")))
        .refused(400, "Some tokens do not exist", (it, stage) -> it.json("{\"tokenIds\":[5]}"))
        .refused(
            400,
            "At most 500 tokens at once",
            (it, stage) -> it.json(ids(Collections.nCopies(501, "tkt").toArray())));
  }

  private static Cases lookUp(String role, Function<Stage, String> token) {
    Step as = (it, stage) -> it.bearer(token.apply(stage));
    return Cases.of("lookUpCode", as)
        .good(200, (it, stage) -> code(it, "not a code of the " + role))
        .good(200, (it, stage) -> code(it, watched(stage).code()))
        .good(200, (it, stage) -> code(it, stage.ticket(stage.pastEvent()).code()));
  }

  private static Ask code(Ask ask, String code) {
    return ask.json(Stage.json(Map.of("code", code)));
  }

  private static Step order(String fields) {
    return (it, stage) -> it.json("{" + fields + "}");
  }

  private static String ids(Object... ids) {
    return Stage.json(Map.of("tokenIds", ids));
  }

  private static String busyEvent(Stage stage) {
    String event = stage.event();
    stage.seat(stage.ticket(event, Map.of("label", "Row 4")));
    stage.revoke(stage.ticket(event));
    return event;
  }

  private static Ticket watched(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    stage.seat(ticket);
    return ticket;
  }

  private static Ticket expiredAndRevoked(Stage stage) {
    Ticket ticket = stage.ticket(stage.pastEvent());
    stage.revoke(ticket);
    return ticket;
  }
}
