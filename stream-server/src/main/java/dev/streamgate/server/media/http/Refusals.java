package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.media.RefusalReason;

/// The error answers of media (Spec, media §1), each the same to the last byte whatever its reason.
final class Refusals {
  static final Answer UNAUTHORIZED = Answer.error(401, "Authorization required");
  static final Answer DENIED = Answer.error(403, "Access denied");
  static final Answer NOT_FOUND = Answer.error(404, "Not found");
  static final Answer WRONG_METHOD = Answer.error(405, "Method not allowed");
  static final Answer BAD_RANGE = Answer.error(416, "Range not satisfiable");
  static final Answer SOURCE_UNAVAILABLE = Answer.error(502, "Stream source unavailable");

  static final Answer BREAKDOWN = Answer.error(500, "Internal server error");

  private Refusals() {}

  static Answer of(RefusalReason reason) {
    return switch (reason) {
      case NO_CREDENTIAL -> UNAUTHORIZED;
      case BAD_PATH,
          MALFORMED_TOKEN,
          BAD_SIGNATURE,
          EXPIRED,
          OTHER_PATH,
          LOCKED_ITEM,
          TOO_HIGH,
          REVOKED,
          SESSION_ENDED,
          EVENT_INACTIVE,
          BLIND,
          PROBE_TOKEN ->
          DENIED;
    };
  }
}
