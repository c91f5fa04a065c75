package dev.streamgate.bench;

import dev.streamgate.bench.ViewerConnection.Answer;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One viewer: redeems a code, then asks for the playlist and a segment every 4 s and sends a
/// heartbeat every 30 s, as the portal does.
final class SimulatedViewer {
  static final int SEGMENTS = 8;

  private static final long PERIOD = TimeUnit.SECONDS.toNanos(4);
  private static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(30);

  private final ViewerConnection connection;
  private final Steps steps;
  private final long period;

  /// @param speed how many times faster than a real one it watches, for warming up
  SimulatedViewer(ViewerConnection connection, Steps steps, int speed) {
    this.connection = connection;
    this.steps = steps;
    this.period = PERIOD / speed;
  }

  /// Watches until told to leave.
  ///
  /// @param begin of {@link System#nanoTime}
  void watch(String code, long begin, BooleanSupplier leaving) {
    sleepUntil(begin);
    String token = validate(code);
    if (token.isEmpty()) {
      return;
    }
    String stream = "/streams/" + eventOf(token) + "/";
    long nextHeartbeat = begin + HEARTBEAT;
    int round = 0;
    for (long next = begin + period; !leaving.getAsBoolean(); next += period) {
      sleepUntil(next);
      time(steps.playlist, () -> connection.get(stream + "stream.m3u8", token));
      String segment = stream + "segment-" + round++ % SEGMENTS + ".ts";
      time(steps.segment, () -> connection.get(segment, token));
      if (nextHeartbeat < next + period) {
        sleepUntil(nextHeartbeat);
        nextHeartbeat += HEARTBEAT;
        time(steps.heartbeat, () -> connection.post("/api/playback/heartbeat", token, "{}"));
      }
    }
    time(steps.release, () -> connection.post("/api/playback/release", token, "{}"));
    connection.close();
  }

  private interface Call {
    Answer make() throws IOException;
  }

  /// The token, or nothing if the viewer was not let in.
  private String validate(String code) {
    Answer answer =
        time(
            steps.validate,
            () -> connection.post("/api/tokens/validate", "", "{\"code\":\"" + code + "\"}"));
    return answer.status() == 200 ? field(answer, "playbackToken") : "";
  }

  private static String field(Answer answer, String name) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8)).path(name).asText();
  }

  private static String eventOf(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return WireJson.tree(claims).path("eid").asText();
  }

  private static Answer time(Latencies step, Call call) {
    long begin = System.nanoTime();
    try {
      Answer answer = call.make();
      if (answer.status() == 200) {
        step.add(System.nanoTime() - begin);
      } else {
        step.fail();
      }
      return answer;
    } catch (IOException e) {
      step.fail();
      return new Answer(0, "");
    }
  }

  private void sleepUntil(long due) {
    Pause.untilNanos(due);
    steps.lateness.add(Math.max(0, System.nanoTime() - due));
  }
}
