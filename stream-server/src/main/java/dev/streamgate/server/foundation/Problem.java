package dev.streamgate.server.foundation;

import dev.streamgate.model.problems.ApiErrorResponse;
import io.helidon.http.Status;

/// Ends a request with an error answer. Only the HTTP side of a feature throws it; rules return
/// refusals as values.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Status status;
  private final transient Object body;

  private Problem(Status status, Object body) {
    super(status.text(), null, false, false);
    this.status = status;
    this.body = body;
  }

  /// An error whose body is the given object as JSON.
  public static Problem of(Status status, Object body) {
    return new Problem(status, body);
  }

  /// An error with the plain body `{"error": …}`.
  public static Problem of(Status status, String error) {
    return new Problem(status, ApiErrorResponse.of(error));
  }

  public static Problem badRequest(String error) {
    return of(Status.BAD_REQUEST_400, error);
  }

  public static Problem invalidBody() {
    return badRequest("Invalid request body");
  }

  public static Problem unauthorized() {
    return of(Status.UNAUTHORIZED_401, "Unauthorized");
  }

  public static Problem forbidden(String error) {
    return of(Status.FORBIDDEN_403, error);
  }

  public static Problem notFound() {
    return notFound("Not found");
  }

  public static Problem notFound(String error) {
    return of(Status.NOT_FOUND_404, error);
  }

  static Problem methodNotAllowed() {
    return of(Status.METHOD_NOT_ALLOWED_405, "Method not allowed");
  }

  Status status() {
    return status;
  }

  Object body() {
    return body;
  }
}
