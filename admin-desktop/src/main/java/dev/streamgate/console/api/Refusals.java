package dev.streamgate.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/// Tells a refusal of StreamGate from the answer of something else.
final class Refusals {
  private static final int UNAUTHORIZED = 401;
  private static final int SERVER_ERROR = 500;

  private Refusals() {}

  static ApiFailure read(int status, HttpHeaders headers, byte[] body) {
    Optional<String> message = message(body);
    if (message.isEmpty()) {
      return unknownSpeaker(status);
    }
    // A wrong password is 401 as well, but says so in other words (API §4.2).
    if (status == UNAUTHORIZED && message.get().equals("Unauthorized")) {
      return new ApiFailure.SignInEnded();
    }
    return new ApiFailure.Refused(status, message.get(), retryAfter(headers));
  }

  /// A proxy before a stopped server answers 502 to 504 in its own words.
  private static ApiFailure unknownSpeaker(int status) {
    return status > SERVER_ERROR
        ? new ApiFailure.Unreachable("HTTP " + status)
        : new ApiFailure.NotStreamGate();
  }

  private static Optional<String> message(byte[] body) {
    try {
      JsonNode error = WireJson.tree(body).path("error");
      return error.isTextual() ? Optional.of(error.asText()) : Optional.empty();
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
