package dev.streamgate.server.foundation;

import dev.streamgate.model.problems.ApiErrorResponse;
import dev.streamgate.server.foundation.http1.Answer;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where a failure becomes an HTTP answer (API §1.2). Details go to the log, never to
/// the caller.
public final class ProblemResponses {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

  private static final String BREAKDOWN = "Internal server error";

  private ProblemResponses() {}

  public static void applyTo(HttpRouting.Builder routing) {
    routing.error(Problem.class, ProblemResponses::sendProblem);
    routing.error(HttpException.class, ProblemResponses::sendLibraryRefusal);
    routing.error(Throwable.class, ProblemResponses::sendBreakdown);
  }

  /// What anybody is told whose request broke something.
  static Answer breakdown() {
    return Answer.error(Status.INTERNAL_SERVER_ERROR_500.code(), BREAKDOWN);
  }

  private static void sendProblem(ServerRequest request, ServerResponse response, Problem problem) {
    send(request, response, problem.status(), problem.body());
  }

  private static void sendLibraryRefusal(
      ServerRequest request, ServerResponse response, HttpException refusal) {
    if (refusal.status().code() >= Status.INTERNAL_SERVER_ERROR_500.code()) {
      sendBreakdown(request, response, refusal);
      return;
    }
    send(request, response, refusal.status(), ApiErrorResponse.of(refusal.status().reasonPhrase()));
  }

  private static void sendBreakdown(
      ServerRequest request, ServerResponse response, Throwable failure) {
    FailureLog.tell(LOG, "answering " + request.prologue().method(), failure);
    send(request, response, Status.INTERNAL_SERVER_ERROR_500, ApiErrorResponse.of(BREAKDOWN));
  }

  private static void send(
      ServerRequest request, ServerResponse response, Status status, Object body) {
    JsonHttp.send(request, response, status, ErrorFamily.body(request, status, body));
  }
}
