package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.playback.PlayerEvent;
import dev.streamgate.server.playback.ProgressReport;
import io.helidon.http.Status;
import java.util.Arrays;
import java.util.Optional;

/// The body of a progress report (API §2.7). Parts of a second are dropped.
final class ProgressBody {
  private ProgressBody() {}

  /// @throws Problem 400 if a time is missing, negative or no number
  static ProgressReport of(JsonNode body) {
    return new ProgressReport(
        seconds(body.path("watchedSeconds")),
        seconds(body.path("lastPositionSeconds")),
        duration(body.path("durationSeconds")),
        flag(body.path("isCompleted")),
        flag(body.path("started")),
        event(body.path("event").asText()));
  }

  private static Optional<Long> duration(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(seconds(value));
  }

  private static long seconds(JsonNode value) {
    if (!value.isNumber() || !ProgressReport.isTime(value.asDouble())) {
      throw invalid();
    }
    return (long) value.asDouble();
  }

  private static boolean flag(JsonNode value) {
    if (!value.isBoolean() && !value.isMissingNode()) {
      throw invalid();
    }
    return value.asBoolean();
  }

  private static Optional<PlayerEvent> event(String name) {
    return Arrays.stream(PlayerEvent.values()).filter(e -> e.name().equals(name)).findFirst();
  }

  private static Problem invalid() {
    return Problem.of(Status.BAD_REQUEST_400, "Invalid progress values");
  }
}
