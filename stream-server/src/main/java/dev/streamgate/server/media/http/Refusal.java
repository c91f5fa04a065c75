package dev.streamgate.server.media.http;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.problems.ApiErrorResponse;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.media.RefusalReason;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// The error answers of media (Spec, media §1), each the same to the last byte whatever its reason.
final class Refusal {
  static final Refusal UNAUTHORIZED =
      new Refusal(Status.UNAUTHORIZED_401, "Authorization required");
  static final Refusal DENIED = new Refusal(Status.FORBIDDEN_403, "Access denied");
  static final Refusal NOT_FOUND = new Refusal(Status.NOT_FOUND_404, "Not found");
  static final Refusal WRONG_METHOD =
      new Refusal(Status.METHOD_NOT_ALLOWED_405, "Method not allowed");
  static final Refusal BAD_RANGE =
      new Refusal(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416, "Range not satisfiable");

  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private final Status status;
  private final byte[] body;

  private Refusal(Status status, String error) {
    this.status = status;
    this.body = WireJson.bytes(ApiErrorResponse.of(error));
  }

  static Refusal of(RefusalReason reason) {
    return switch (reason) {
      case NO_CREDENTIAL -> UNAUTHORIZED;
      case BAD_PATH,
          MALFORMED_TOKEN,
          BAD_SIGNATURE,
          EXPIRED,
          OTHER_PATH,
          LOCKED_ITEM,
          REVOKED,
          SESSION_ENDED,
          EVENT_INACTIVE,
          BLIND,
          PROBE_TOKEN ->
          DENIED;
    };
  }

  void send(ServerRequest request, ServerResponse response) {
    response.status(status).header(JSON).header(NO_STORE);
    Body.send(request, response, body);
  }
}
