package dev.streamgate.server.content.http;

import dev.streamgate.model.content.ContentProblem;
import dev.streamgate.server.content.Denial;
import dev.streamgate.server.content.TokenResult.Obstacle;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.guard.Decision;
import dev.streamgate.server.playback.http.ViewerProblems;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/// The words in which partners and their players are refused (API §3).
final class ContentProblems {
  static final String FOR_PARTNERS = "viewerId is for partners; show the code of a ticket instead";

  private ContentProblems() {}

  static Problem invalid(String error) {
    return of(Status.BAD_REQUEST_400, error, ContentCodes.VALIDATION_ERROR);
  }

  static Problem of(Status status, String error, String code) {
    return Problem.of(status, ContentProblem.of(error, code));
  }

  static Problem denied(String error) {
    return of(Status.FORBIDDEN_403, error, ContentCodes.ACCESS_DENIED);
  }

  static Problem unknownContent() {
    return of(Status.NOT_FOUND_404, "Content not found", ContentCodes.NOT_FOUND);
  }

  static Problem of(Obstacle obstacle, ServerResponse response) {
    return switch (obstacle) {
      case Obstacle.UnknownContent() -> unknownContent();
      case Obstacle.Denied(Denial denial) -> denied(sentence(denial));
      case Obstacle.Full(int active, int max) ->
          Problem.of(
              Status.TOO_MANY_REQUESTS_429,
              ContentProblem.of(
                  "Maximum concurrent sessions (%d) exceeded".formatted(max),
                  ContentCodes.RATE_LIMIT_EXCEEDED,
                  new ContentProblem.Sessions(active, max)));
      case Obstacle.SessionRefused() -> sessionRefused();
      case Obstacle.TooManyAttempts(Duration wait) -> tooMany(response, wait);
    };
  }

  static Problem sessionRefused() {
    return invalid(
        "sessionId must name a live session of this viewer or, from partners, be an unused id of 16"
            + " to 64 letters, digits, - or _");
  }

  static Problem tooMany(ServerResponse response, Duration wait) {
    long seconds = new Decision.Refused(wait).retryAfterSeconds();
    response.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    return of(
        Status.TOO_MANY_REQUESTS_429,
        ViewerProblems.TOO_MANY_ATTEMPTS,
        ContentCodes.RATE_LIMIT_EXCEEDED);
  }

  /// Why somebody may not watch.
  static String sentence(Denial denial) {
    return switch (denial) {
      case Denial.NotEntitled() ->
          "Not authorized to access this content. A valid ticket is required.";
      case Denial.UnknownCode() -> ViewerProblems.UNKNOWN_CODE;
      case Denial.Unavailable() -> "This event is currently not available.";
      case Denial.NoPreview() -> "This event has no preview.";
      case Denial.PartlyLocked() ->
          "Some items of this event are not open yet. Ask for a playback token, or for one item.";
      case Denial.TicketRefused(var refusal) -> ViewerProblems.sentence(refusal);
    };
  }
}
