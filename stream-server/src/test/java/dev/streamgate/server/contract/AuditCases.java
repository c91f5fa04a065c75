package dev.streamgate.server.contract;

import java.util.stream.Stream;

/// The audit log.
final class AuditCases {
  private static final String DATE = ": expected a date such as 2026-03-10T14:00:00Z";

  private AuditCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        Cases.asManager("listAuditLog")
            .good(200)
            .good(
                200,
                (it, stage) ->
                    it.query("action=CODE_REFUSED&since=2026-01-01T00:00:00Z&page=1&limit=5"))
            .refused(400, "Unknown action", (it, stage) -> it.query("action=SLEPT"))
            .refused(400, "Invalid since" + DATE, (it, stage) -> it.query("since=yesterday"))
            .refused(400, "Invalid until" + DATE, (it, stage) -> it.query("until=today"))
            .refused(400, "Invalid eventId", (it, stage) -> it.query("eventId=a%2Fb"))
            .refused(400, "Invalid tokenId", (it, stage) -> it.query("tokenId=a%2Fb"))
            .refused(400, "Invalid sessionId", (it, stage) -> it.query("sessionId=a%2Fb"))
            .refused(400, "Invalid pagination", (it, stage) -> it.query("page=0")));
  }
}
