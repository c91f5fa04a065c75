package dev.streamgate.server.foundation;

import dev.streamgate.model.content.ContentProblem;
import dev.streamgate.model.problems.ApiErrorResponse;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;

/// In which frame a refusal or breakdown is told: the content API has its own (API §1.1).
final class ErrorFamily {
  private static final String CONTENT = "/api/v1/content/";

  private ErrorFamily() {}

  /// The body as the callers of this path expect it.
  static Object body(ServerRequest request, Status status, Object body) {
    return body instanceof ApiErrorResponse plain && request.path().path().startsWith(CONTENT)
        ? ContentProblem.of(plain.error(), code(request, status.code()))
        : body;
  }

  private static String code(ServerRequest request, int status) {
    return switch (status) {
      case 401 -> "TOKEN_MISSING";
      case 403 -> "ACCESS_DENIED";
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 429 -> "RATE_LIMIT_EXCEEDED";
      case 500 ->
          request.context().get(BreakdownCode.class).map(BreakdownCode::value).orElse("ERROR");
      default -> "VALIDATION_ERROR";
    };
  }
}
