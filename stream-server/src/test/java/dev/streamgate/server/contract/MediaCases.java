package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import java.util.stream.Stream;

/// Playlists and segments.
final class MediaCases {
  private static final String DENIED = "Access denied";
  private static final String STRANGER = "Authorization required";

  private MediaCases() {}

  static Stream<Cases> all() {
    return Stream.of(both("getMedia"), both("headMedia"), ranges(), credentials(), otherOrigins());
  }

  private static Cases both(String operation) {
    return Cases.of(operation)
        .good(200, watching("stream.m3u8"))
        .good(200, watching("segment-0.ts"))
        .good(304, watching("segment-0.ts").then(PortalCases::known))
        .refused(401, STRANGER, path("stream.m3u8"))
        .refused(401, STRANGER, path("stream.m3u8").then((it, stage) -> basic(it)))
        .refused(403, DENIED, path("stream.m3u8").then((it, stage) -> it.bearer("a.b.c")))
        .refused(403, DENIED, watching("..%2fsecret.ts"))
        .refused(404, "Not found", watching("missing.ts"))
        .refused(404, "Not found", watching("notes.txt"));
  }

  private static Cases ranges() {
    return Cases.of("getMedia", watching("segment-0.ts"))
        .good(206, (it, stage) -> it.header("Range", "bytes=2-5"))
        .good(200, (it, stage) -> it.header("Range", "lines=1-2"))
        .refused(416, "Range not satisfiable", (it, stage) -> it.header("Range", "bytes=999-"));
  }

  private static Cases credentials() {
    return Cases.of("getMedia")
        .good(200, watching("stream.m3u8").then((it, stage) -> inAddress(it)))
        .good(200, watching("segment-0.ts").then((it, stage) -> inCookie(it)));
  }

  private static Cases otherOrigins() {
    Step fromElsewhere = (it, stage) -> it.header("Origin", "https://elsewhere.example");
    Step fromHere = (it, stage) -> it.header("Origin", stage.server().url(""));
    return Cases.of("preflightMedia", path("segment-0.ts"))
        .good(204)
        .good(204, fromElsewhere)
        .good(204, fromHere);
  }

  private static Step path(String file) {
    return (it, stage) -> it.path("eventId", "evt-1").path("path", file);
  }

  /// Asks for a file of an event that is being watched.
  private static Step watching(String file) {
    return (it, stage) -> {
      String event = stage.record(stage.event());
      return it.path("eventId", event)
          .path("path", file)
          .bearer(stage.seat(stage.ticket(event)).token());
    };
  }

  private static Ask basic(Ask ask) {
    return ask.header("Authorization", "Basic YTpi");
  }

  private static Ask inAddress(Ask ask) {
    return ask.without("Authorization").query("__token=" + token(ask));
  }

  private static Ask inCookie(Ask ask) {
    return ask.without("Authorization").header("Cookie", "sg_play=" + token(ask));
  }

  private static String token(Ask ask) {
    return ask.headerIfAny("Authorization").orElseThrow().substring("Bearer ".length());
  }
}
