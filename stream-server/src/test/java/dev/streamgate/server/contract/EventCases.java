package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Events and their items.
final class EventCases {
  private static final String NOT_FOUND = "Event not found";

  private EventCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        list(),
        wrongFields(Cases.asManager("createEvent").good(201, field("description", "For all"))),
        wrongFields(change()),
        Cases.asManager("getEvent").good(200, EventCases::busy).refused(404, NOT_FOUND, nothing()),
        delete(),
        switching("deactivateEvent"),
        switching("reactivateEvent"),
        switching("archiveEvent"),
        switching("unarchiveEvent"),
        Cases.asManager("testStream")
            .good(200, (it, stage) -> it.path("id", stage.event()))
            .good(200, (it, stage) -> it.path("id", stage.record(stage.event())))
            .refused(404, "Event not found", (it, stage) -> it),
        Cases.asManager("listItems")
            .good(200, (it, stage) -> it.path("id", stage.eventWithLockedItem()))
            .refused(404, NOT_FOUND, nothing()),
        items(),
        Cases.asManager("listViewers")
            .good(200, EventCases::busy)
            .refused(404, NOT_FOUND, nothing()));
  }

  private static Cases list() {
    return Cases.asManager("listEvents")
        .good(200)
        .good(
            200,
            (it, stage) ->
                it.query(
                    "status=active&timeframe=upcoming&sort=title&includeArchived=true"
                        + "&page=2&limit=1"))
        .refused(400, "Invalid status", (it, stage) -> it.query("status=lost"))
        .refused(400, "Invalid timeframe", (it, stage) -> it.query("timeframe=never"))
        .refused(400, "Invalid sort", (it, stage) -> it.query("sort=colour"))
        .refused(400, "Invalid includeArchived", (it, stage) -> it.query("includeArchived=1"))
        .refused(400, "Invalid pagination", (it, stage) -> it.query("limit=201"));
  }

  private static Cases change() {
    return Cases.of(
            "changeEvent", (it, stage) -> it.bearer(stage.manager()).path("id", stage.event()))
        .good(200, (it, stage) -> it.json("{\"title\":\"Another Night\",\"description\":null}"))
        .refused(404, NOT_FOUND, (it, stage) -> it.path("id", "nothing").json("{}"));
  }

  private static Cases wrongFields(Cases cases) {
    return cases
        .refused(400, "Title is required", field("title", " "))
        .refused(400, "Title must be at most 200 characters", field("title", "x".repeat(201)))
        .refused(
            400, "Description must be text of at most 5000 characters", field("description", 5))
        .refused(400, ContentCases.STREAM, field("streamUrl", "ftp://example.com/"))
        .refused(400, "Invalid poster URL format", field("posterUrl", "poster"))
        .refused(400, "Invalid date format", field("startsAt", "tomorrow"))
        .refused(400, "Start must be before end", field("startsAt", "2040-01-01T00:00:00Z"))
        .refused(400, "Access window must be 1-168 hours", field("accessWindowHours", 0))
        .refused(400, "Preview must be true or false", field("previewEnabled", "yes"))
        .refused(400, "Watermark must be true or false", field("watermark", 1))
        .refused(400, "Takeover must be never or counted", field("takeover", "always"))
        .refused(400, "Takeovers must be between 0 and 100", field("maxTakeovers", 101));
  }

  private static Cases delete() {
    Step existing = (it, stage) -> it.path("id", stage.event());
    return Cases.asManager("deleteEvent")
        .good(204, existing.then((it, stage) -> it.header("X-Confirm-Delete", Stage.TITLE)))
        .refused(
            400, "Confirm deletion by sending the event title. 0 tokens will be deleted.", existing)
        .refused(404, NOT_FOUND, nothing());
  }

  private static Cases switching(String operation) {
    return Cases.asManager(operation)
        .good(200, (it, stage) -> it.path("id", stage.event()))
        .good(200, (it, stage) -> it.path("id", switchedOff(stage)))
        .refused(404, NOT_FOUND, nothing());
  }

  private static Cases items() {
    return Cases.of(
            "replaceItems", (it, stage) -> it.bearer(stage.manager()).path("id", stage.event()))
        .good(200, item("\"item\":\"day-1\",\"title\":\"One\",\"availableAt\":null"))
        .good(200, item("\"item\":\"day-1\",\"availableAt\":\"2030-01-01T00:00:00+01:00\""))
        .refused(400, "items array is required", (it, stage) -> it.json("{}"))
        .refused(400, "At most 50 items", (it, stage) -> it.json(manyItems()))
        .refused(
            400,
            "Item \"preview\" must be the name of a folder, and not preview or cache",
            item("\"item\":\"preview\""))
        .refused(400, "Item \"a\" is there twice", item("\"item\":\"a\"},{\"item\":\"a\""))
        .refused(
            400,
            "Title of item \"a\" must be text of at most 200 characters",
            item("\"item\":\"a\",\"title\":7"))
        .refused(
            400,
            "Invalid date format of item \"a\"",
            item("\"item\":\"a\",\"availableAt\":\"soon\""))
        .refused(404, NOT_FOUND, (it, stage) -> it.path("id", "nothing").json("{\"items\":[]}"));
  }

  /// A new event, but for one field.
  private static Step field(String name, Object value) {
    Map<String, Object> event = new TreeMap<>();
    event.put("title", Stage.TITLE);
    event.put("startsAt", "2030-01-01T00:00:00+01:00");
    event.put("endsAt", "2030-01-02T00:00:00+01:00");
    event.put(name, value);
    return (it, stage) -> it.json(Stage.json(event));
  }

  private static Step item(String fields) {
    return (it, stage) -> it.json("{\"items\":[{" + fields + "}]}");
  }

  private static String manyItems() {
    return Stage.json(
        Map.of(
            "items", IntStream.range(0, 51).mapToObj(i -> Map.of("item", "item-" + i)).toArray()));
  }

  /// Names no event; a change sends no wrong body with it.
  private static Step nothing() {
    return (it, stage) -> it;
  }

  private static String switchedOff(Stage stage) {
    String event = stage.event();
    stage.deactivate(event);
    return event;
  }

  /// Names an event with items, tickets and a viewer.
  private static Ask busy(Ask ask, Stage stage) {
    String event = stage.eventWithLockedItem();
    Ticket ticket = stage.ticket(event, Map.of("label", "Row 4"));
    stage.seat(ticket);
    return ask.path("id", event);
  }
}
