package dev.streamgate.server.playback.http;

import dev.streamgate.model.playback.TokenInUseResponse;
import dev.streamgate.model.problems.ApiErrorResponse;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.guard.Decision;
import dev.streamgate.server.playback.AccessRefusal;
import dev.streamgate.server.playback.AccessRefusal.EventInactive;
import dev.streamgate.server.playback.AccessRefusal.Expired;
import dev.streamgate.server.playback.AccessRefusal.NotYetAvailable;
import dev.streamgate.server.playback.AccessRefusal.Revoked;
import dev.streamgate.server.sessions.Standing;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The words in which viewers are refused (API §2.2–2.6).
public final class ViewerProblems {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ViewerProblems() {}

  /// What whoever shows an unknown code is told.
  public static final String UNKNOWN_CODE = "Invalid code. Please check your ticket and try again.";

  public static final String TOO_MANY_ATTEMPTS =
      "Too many attempts. Please wait a moment and try again.";

  static Problem unknownCode() {
    return Problem.of(Status.UNAUTHORIZED_401, ApiErrorResponse.of(UNKNOWN_CODE, "CODE_INVALID"));
  }

  /// Why a ticket opens nothing, in a sentence.
  public static String sentence(AccessRefusal refusal) {
    return switch (refusal) {
      case Revoked() -> "This code has been revoked. Please contact the event organizer.";
      case EventInactive() -> "This event is no longer available.";
      case Expired(Instant at) ->
          "This code has expired. Access was available until " + MINUTE.format(at) + ".";
      case NotYetAvailable(Instant at) -> "Available on " + MINUTE.format(at) + ".";
    };
  }

  static Problem denied(AccessRefusal refusal) {
    String sentence = sentence(refusal);
    return switch (refusal) {
      case Revoked() -> forbidden(sentence, "CODE_REVOKED");
      case EventInactive() -> forbidden(sentence, "EVENT_UNAVAILABLE");
      case Expired(Instant at) ->
          Problem.of(Status.GONE_410, new ApiErrorResponse(sentence, "CODE_EXPIRED", at, null));
      case NotYetAvailable(Instant at) ->
          Problem.of(
              Status.FORBIDDEN_403, new ApiErrorResponse(sentence, "NOT_YET_AVAILABLE", null, at));
    };
  }

  static Problem inUse(boolean takeoverAvailable) {
    return Problem.of(
        Status.CONFLICT_409,
        new TokenInUseResponse(
            "This access code is currently in use on another device.",
            true,
            takeoverAvailable ? Boolean.TRUE : null));
  }

  static Problem tooManyAttempts(ServerResponse response, Duration wait) {
    return tooMany(response, wait, ApiErrorResponse.of(TOO_MANY_ATTEMPTS, "TOO_MANY_ATTEMPTS"));
  }

  static Problem tooManyRefreshes(ServerResponse response, Duration wait) {
    return tooMany(response, wait, ApiErrorResponse.of("Too many refresh attempts"));
  }

  static Problem tooManyReports(ServerResponse response, Duration wait) {
    return tooMany(response, wait, ApiErrorResponse.of("Too many progress reports"));
  }

  /// The heartbeat of a session that ended.
  static Problem noSession(Standing.Cause cause) {
    return Problem.of(Status.NOT_FOUND_404, SessionLostAnswer.of(null, cause));
  }

  /// The refresh of a session that ended.
  static Problem sessionLost(Standing.Cause cause) {
    return Problem.of(Status.UNAUTHORIZED_401, SessionLostAnswer.of("SESSION_LOST", cause));
  }

  static Problem displaced() {
    return Problem.of(Status.CONFLICT_409, "Session conflict");
  }

  private static Problem forbidden(String error, String code) {
    return Problem.of(Status.FORBIDDEN_403, ApiErrorResponse.of(error, code));
  }

  private static Problem tooMany(ServerResponse response, Duration wait, ApiErrorResponse body) {
    long seconds = new Decision.Refused(wait).retryAfterSeconds();
    response.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    return Problem.of(Status.TOO_MANY_REQUESTS_429, body);
  }
}
