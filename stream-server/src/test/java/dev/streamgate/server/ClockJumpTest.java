package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.fixtures.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The wired server while somebody sets the machine's clock.
@Timeout(60)
class ClockJumpTest {
  @TempDir Path folder;

  private final MutableClock clock = MutableClock.atNoon();

  @Test
  void aClockThatIsPutBackShutsNobodyOutAndRevokingGoesOn() throws IOException {
    try (RunningServer server = RunningServer.start(folder, Map.of(), clock)) {
      GateCalls calls = new GateCalls(server);
      String event = calls.createEvent("Back", "never");
      Files.writeString(
          Files.createDirectories(folder.resolve("streams").resolve(event)).resolve("0.ts"), "v");
      JsonNode ticket = calls.ticket(event, Map.of("count", 1));
      Map<String, Object> code = Map.of("code", ticket.path("code").asText());
      String token = GateCalls.json(calls.validate(code)).path("playbackToken").asText();
      for (int i = 0; i < 6; i++) {
        calls.validate(Map.of("code", "WRONG" + i));
      }
      assertThat(calls.validate(code).statusCode()).as("guessed too often").isEqualTo(429);

      clock.advance(Duration.ofHours(-1));

      assertThat(calls.validate(code).statusCode()).as("a right code").isNotEqualTo(429);
      assertThat(calls.playback("heartbeat", token).statusCode()).isEqualTo(200);
      assertThat(server.get("/streams/" + event + "/0.ts", token).statusCode()).isEqualTo(200);
      calls.staff("PATCH", "tokens/" + ticket.path("id").asText() + "/revoke", Map.of());
      assertThat(server.get("/streams/" + event + "/0.ts", token).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aClockThatIsPutForwardEndsWhatIsOverAndLetsEverybodyBeginAgain() throws IOException {
    try (RunningServer server = RunningServer.start(folder, Map.of(), clock)) {
      GateCalls calls = new GateCalls(server);
      String event = calls.createEvent("Forward", "never");
      Files.writeString(
          Files.createDirectories(folder.resolve("streams").resolve(event)).resolve("0.ts"), "v");
      Map<String, Object> code =
          Map.of("code", calls.ticket(event, Map.of("count", 1)).path("code").asText());
      String token = GateCalls.json(calls.validate(code)).path("playbackToken").asText();
      assertThat(calls.validate(code).statusCode()).as("taken").isEqualTo(409);
      assertThat(server.get("/streams/" + event + "/0.ts", token).statusCode()).isEqualTo(200);

      clock.advance(Duration.ofHours(2));

      assertThat(calls.playback("heartbeat", token).statusCode()).isEqualTo(401);
      assertThat(server.get("/streams/" + event + "/0.ts", token).statusCode())
          .as("a token that is over")
          .isBetween(401, 403);
      assertThat(calls.validate(code).statusCode()).as("free again").isEqualTo(200);
    }
  }
}
