package dev.streamgate.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.contract.Stage.Seat;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What partners and their players ask, and staff's look at an event.
final class ContentCases {
  static final String STREAM =
      "Invalid stream URL format. Accepted are a folder id, a folder URL, an embed address or"
          + " <iframe> snippet, and a URL ending in .m3u8";
  private static final String WRONG = "Invalid code. Please check your ticket and try again.";
  private static final String REVOKED =
      "This code has been revoked. Please contact the event organizer.";
  private static final String OFF = "This event is no longer available.";
  private static final String NOT =
      "Not authorized to access this content. A valid ticket is required.";
  private static final String FOR_PARTNERS =
      "viewerId is for partners; show the code of a ticket instead";
  private static final String SESSION =
      "sessionId must name a live session of this viewer or, from partners, be an unused id of 16"
          + " to 64 letters, digits, - or _";
  private static final String PARTLY =
      "Some items of this event are not open yet. Ask for a playback token, or for one item.";
  private static final String TOO_MANY = "Too many attempts. Please wait a moment and try again.";
  private static final String FULL = "Maximum concurrent sessions (%d) exceeded";
  private static final String NOTHING = "Content not found";
  private static final String JSON_ONLY = "Content-Type must be application/json";
  private static final String UNAUTHORIZED = "Unauthorized";
  private static final int PREVIEWS = 10;
  private static final int INTROSPECTIONS = 30;

  private ContentCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        issue(),
        denied(),
        introspect(),
        playlist(),
        Cases.of("preflightSignedPlaylist", (it, stage) -> it.path("contentId", "evt-1"))
            .good(204)
            .good(204, (it, stage) -> it.header("Origin", stage.server().url(""))),
        revoke(),
        sessions(),
        watermark(),
        access(),
        requirements(),
        signAddress(),
        embed(),
        embedPage(),
        Cases.asManager("previewEvent")
            .good(200, (it, stage) -> it.path("id", stage.event()))
            .refused(404, "Event not found", (it, stage) -> it));
  }

  private static Cases issue() {
    return Cases.of("issueToken")
        .good(200, (it, stage) -> byCode(it, stage.ticket(stage.event())))
        .good(200, (it, stage) -> byViewer(it.key(), stage, stage.event(), Map.of()))
        .good(200, (it, stage) -> it.json(preview(stage.event(Map.of("previewEnabled", true)))))
        .refused(400, "contentId is required", (it, stage) -> it.json("{}"))
        .refused(
            400,
            "code or viewerId is required",
            (it, stage) -> it.json("{\"contentId\":\"evt-1\"}"))
        .refused(
            400,
            "expiryMinutes must be between 1 and 480",
            (it, stage) -> it.json("{\"contentId\":\"evt-1\",\"expiryMinutes\":481}"))
        .refused(
            400,
            "code must be text",
            (it, stage) -> it.json("{\"contentId\":\"evt-1\",\"code\":7}"))
        .refused(
            400,
            SESSION,
            (it, stage) -> it.json("{\"contentId\":\"evt-1\",\"sessionId\":\"short\"}"))
        .refused(
            404, NOTHING, (it, stage) -> it.json("{\"contentId\":\"evt-1\",\"code\":\"ABCDEF\"}"))
        .refused(429, FULL.formatted(1), (it, stage) -> byCode(it, watched(stage)))
        .refused(429, TOO_MANY, ContentCases::afterManyPreviews);
  }

  private static Cases denied() {
    return Cases.of("issueToken")
        .refused(403, WRONG, (it, stage) -> it.json(wrong(stage.event())))
        .refused(403, REVOKED, (it, stage) -> byCode(it, revoked(stage)))
        .refused(403, OFF, (it, stage) -> byCode(it, switchedOff(stage)))
        .refused(
            403,
            NOT,
            (it, stage) ->
                it.key().json("{\"contentId\":\"" + stage.event() + "\",\"viewerId\":\"x\"}"))
        .refused(
            401,
            UNAUTHORIZED,
            (it, stage) -> byViewer(wrongKey(it), stage, stage.event(), Map.of()))
        .refused(403, FOR_PARTNERS, (it, stage) -> byViewer(it, stage, stage.event(), Map.of()))
        .refused(403, "This event has no preview.", (it, stage) -> it.json(preview(stage.event())))
        .refused(
            403,
            "This event is currently not available.",
            (it, stage) -> it.json(preview(closed(stage))))
        .refused(
            403,
            "This code has expired. Access was available until 2020-01-04 00:00 UTC.",
            (it, stage) -> byCode(it, stage.ticket(stage.pastEvent())));
  }

  private static Cases introspect() {
    return Cases.of("introspectToken")
        .good(200, (it, stage) -> it.json(token(stage.seat().token())))
        .good(200, (it, stage) -> it.json(token(stage.leftSeat().token())))
        .good(200, (it, stage) -> it.json(token("a.b.c")))
        .refused(400, "Token is required", (it, stage) -> it.json("{}"))
        .refused(429, TOO_MANY, ContentCases::afterManyIntrospections);
  }

  private static Cases playlist() {
    return Cases.of("openSignedPlaylist")
        .good(200, (it, stage) -> signed(it, stage, stage.record(stage.event())))
        .refused(
            400, "token, expires and signature are required", (it, stage) -> it.query("token=a"))
        .refused(
            401,
            "Invalid token",
            (it, stage) -> {
              String event = stage.record(stage.event());
              Ask ask = signed(it, stage, event);
              stage.deactivate(event);
              return ask;
            })
        .refused(
            403,
            "Invalid or expired signature",
            (it, stage) -> it.query("token=a&expires=1&signature=b"))
        .refused(404, "Playlist not found", (it, stage) -> signed(it, stage, stage.event()));
  }

  private static Cases revoke() {
    return Cases.of("revokeSession")
        .good(200, (it, stage) -> it.key().json(session(stage.seat().session())))
        .good(200, (it, stage) -> own(it, stage.seat()))
        .refused(400, "Session ID is required", (it, stage) -> it.key().json("{}"))
        .refused(401, UNAUTHORIZED, (it, stage) -> it.json("{}"))
        .refused(
            403,
            "This token is of another session",
            (it, stage) -> it.bearer(stage.seat().token()).json(session("another")));
  }

  private static Cases sessions() {
    return Cases.withKey("listViewerSessions")
        .good(200, (it, stage) -> it.path("viewerId", watched(stage).id()))
        .refused(400, "Invalid viewer ID", (it, stage) -> it.path("viewerId", "a%3Fb"));
  }

  private static Cases watermark() {
    return Cases.of("getWatermark")
        .good(
            200,
            (it, stage) -> {
              JsonNode issued = issued(stage, stage.event());
              return it.path("watermarkId", issued.path("watermarkId").asText())
                  .bearer(issued.path("token").asText());
            })
        .refused(401, UNAUTHORIZED, (it, stage) -> it)
        .refused(401, UNAUTHORIZED, (it, stage) -> it.bearer("a.b.c"))
        .refused(
            403,
            "This watermark is of another session",
            (it, stage) ->
                it.path("watermarkId", issued(stage, stage.event()).path("watermarkId").asText())
                    .bearer(stage.seat().token()))
        .refused(
            404,
            "Watermark configuration not found",
            (it, stage) -> it.bearer(stage.seat().token()));
  }

  private static Cases access() {
    return Cases.of("checkAccess")
        .good(200, (it, stage) -> it.path("contentId", "evt-1"))
        .good(200, (it, stage) -> ofTicket(it, stage.ticket(stage.event())))
        .good(200, (it, stage) -> it.path("contentId", "evt-1").json("{\"code\":\"WRONG\"}"))
        .refused(400, "contentId is required", (it, stage) -> it.path("contentId", "%20"))
        .refused(401, UNAUTHORIZED, (it, stage) -> wrongKey(it).json("{\"viewerId\":\"tkt-1\"}"))
        .refused(403, FOR_PARTNERS, (it, stage) -> it.json("{\"viewerId\":\"tkt-1\"}"))
        .refused(415, JSON_ONLY, (it, stage) -> it.body("text/html", "{}"))
        .refused(
            429,
            TOO_MANY,
            (it, stage) ->
                repeated(it.json("{\"code\":\"WRONG\"}").from(stage.newAddress()), stage, 5));
  }

  private static Cases requirements() {
    return Cases.of("getRequirements")
        .good(200, (it, stage) -> it.path("contentId", stage.event()))
        .refused(400, "contentId is required", (it, stage) -> it.path("contentId", "%20"))
        .refused(404, NOTHING, (it, stage) -> it);
  }

  private static Cases signAddress() {
    return Cases.withKey("signAddress")
        .good(200, (it, stage) -> address(it, stage, stage.event(), Map.of()))
        .good(
            200, (it, stage) -> address(it, stage, stage.event(), Map.of("ip", "::1", "limit", 9)))
        .refused(400, "viewerId is required", (it, stage) -> it.json("{}"))
        .refused(
            400,
            "ttlSeconds must be between 60 and 3600",
            (it, stage) -> address(it, stage, stage.event(), Map.of("ttlSeconds", 59)))
        .refused(
            400,
            "ip must be an IPv4 or IPv6 address",
            (it, stage) -> address(it, stage, stage.event(), Map.of("ip", "here")))
        .refused(
            400,
            "limit must be a positive number of kilobytes per second",
            (it, stage) -> address(it, stage, stage.event(), Map.of("limit", 0)))
        .refused(403, NOT, (it, stage) -> named(it.path("contentId", stage.event()), "x"))
        .refused(403, REVOKED, (it, stage) -> ofTicketId(it, revoked(stage)))
        .refused(403, OFF, (it, stage) -> ofTicketId(it, switchedOff(stage)))
        .refused(
            403, PARTLY, (it, stage) -> address(it, stage, stage.eventWithLockedItem(), Map.of()))
        .refused(404, NOTHING, (it, stage) -> named(it, "x"))
        .refused(
            429,
            FULL.formatted(5),
            (it, stage) -> repeated(address(it, stage, stage.event(), Map.of()), stage, 5));
  }

  private static Cases embed() {
    return Cases.withKey("createEmbedAddress")
        .good(200, (it, stage) -> it.path("contentId", stage.event()))
        .refused(
            400,
            "Only whole events can be embedded",
            (it, stage) -> it.path("contentId", stage.eventWithLockedItem() + "%2Flater"))
        .refused(404, NOTHING, (it, stage) -> it);
  }

  private static Cases embedPage() {
    return Cases.of("openEmbed")
        .good(200, (it, stage) -> embedded(it, stage))
        .refused(403, "", (it, stage) -> it.path("eventId", "evt-1").query("token=a&expires=1"));
  }

  private static Ask wrongKey(Ask ask) {
    return ask.header("X-Internal-Api-Key", "a key of nobody");
  }

  private static Ask embedded(Ask ask, Stage stage) {
    String event = stage.event();
    Ask wish = Ask.of("POST", "/api/v1/content/" + event + "/embed-url").key().deliberately();
    String url = stage.send(wish).json().at("/data/url").asText();
    return ask.path("eventId", event).query(url.substring(url.indexOf('?') + 1));
  }

  private static Ask signed(Ask ask, Stage stage, String event) {
    String url = issued(stage, event).path("hlsUrl").asText();
    return ask.path("contentId", event).query(url.substring(url.indexOf('?') + 1));
  }

  private static JsonNode issued(Stage stage, String event) {
    Ask ask = Ask.of("POST", "/api/v1/content/playback-token").key();
    return stage.send(byViewer(ask, stage, event, Map.of())).json().path("data");
  }

  private static Ask address(Ask ask, Stage stage, String event, Map<String, ?> more) {
    return byViewer(ask.path("contentId", event), stage, event, more);
  }

  private static Ask ofTicketId(Ask ask, Ticket ticket) {
    return named(ask.path("contentId", ticket.event()), ticket.id());
  }

  private static Ask ofTicket(Ask ask, Ticket ticket) {
    return ask.path("contentId", ticket.event()).json("{\"code\":\"" + ticket.code() + "\"}");
  }

  private static Ask byCode(Ask ask, Ticket ticket) {
    return ask.json(Stage.json(Map.of("contentId", ticket.event(), "code", ticket.code())));
  }

  private static Ask byViewer(Ask ask, Stage stage, String event, Map<String, ?> more) {
    Map<String, Object> body = new TreeMap<>(more);
    body.put("viewerId", stage.ticket(event).id());
    body.put("contentId", event);
    return ask.json(Stage.json(body));
  }

  private static Ask own(Ask ask, Seat seat) {
    return ask.bearer(seat.token()).json(session(seat.session()));
  }

  private static Ask afterManyPreviews(Ask ask, Stage stage) {
    String event = stage.event(Map.of("previewEnabled", true));
    return repeated(ask.json(preview(event)).from(stage.newAddress()), stage, PREVIEWS);
  }

  private static Ask afterManyIntrospections(Ask ask, Stage stage) {
    return repeated(ask.json(token("a.b.c")).from(stage.newAddress()), stage, INTROSPECTIONS);
  }

  private static Ask repeated(Ask ask, Stage stage, int times) {
    for (int sent = 0; sent < times; sent++) {
      stage.send(ask);
    }
    return ask;
  }

  private static Ask named(Ask ask, String viewer) {
    return ask.json("{\"viewerId\":\"" + viewer + "\"}");
  }

  private static Ticket watched(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    stage.seat(ticket);
    return ticket;
  }

  private static Ticket revoked(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    stage.revoke(ticket);
    return ticket;
  }

  private static Ticket switchedOff(Stage stage) {
    Ticket ticket = stage.ticket(stage.event());
    stage.deactivate(ticket.event());
    return ticket;
  }

  private static String closed(Stage stage) {
    String event = stage.event(Map.of("previewEnabled", true));
    stage.deactivate(event);
    return event;
  }

  private static String preview(String event) {
    return "{\"contentId\":\"" + event + "\",\"preview\":true}";
  }

  private static String wrong(String event) {
    return "{\"contentId\":\"" + event + "\",\"code\":\"WRONG\"}";
  }

  private static String token(String token) {
    return "{\"token\":\"" + token + "\"}";
  }

  private static String session(String session) {
    return "{\"sessionId\":\"" + session + "\"}";
  }
}
