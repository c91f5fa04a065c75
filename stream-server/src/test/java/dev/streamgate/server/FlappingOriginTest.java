package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Video on a web server that is a process of its own, and is killed and started again and again.
/// What stalls or breaks off in the middle is `HttpUpstreamTest`'s.
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "the origin is started by commands of other systems")
@Timeout(120)
class FlappingOriginTest {
  private static final int SIZE = 3_000_000;

  @TempDir Path folder;

  @Test
  void whatCannotBeFetchedIsRefusedAndServedAsSoonAsItCanBe()
      throws IOException, InterruptedException {
    Path files = Files.createDirectory(folder.resolve("origin"));
    int port = FreePorts.takeLasting();
    try (RunningServer server =
            RunningServer.start(folder, Map.of("UPSTREAM_ORIGIN", "http://127.0.0.1:" + port));
        Origin origin = new Origin(files, port)) {
      GateCalls calls = new GateCalls(server);
      String event = calls.createEvent("Flapping", "never");
      String code = calls.ticket(event, Map.of("count", 1)).path("code").asText();
      String token =
          GateCalls.json(calls.validate(Map.of("code", code))).path("playbackToken").asText();
      Path video = Files.createDirectory(files.resolve(event));
      for (int i = 0; i < 4; i++) {
        Files.write(video.resolve(i + ".ts"), new byte[SIZE]);
      }

      for (int flap = 0; flap < 3; flap++) {
        String segment = "/streams/" + event + "/" + flap + ".ts";
        assertThat(server.get(segment, token).statusCode()).as("gone").isEqualTo(502);
        origin.start();
        assertThat(server.get(segment, token).body()).as("back").hasSize(SIZE);
        origin.kill();
        assertThat(server.get(segment, token).body()).as("kept").hasSize(SIZE);
      }
      origin.start();
      assertThat(server.get("/streams/" + event + "/3.ts", token).body())
          .as("back before anybody noticed that the connection was gone")
          .hasSize(SIZE);
    }
  }

  /// The web server that comes with the JDK.
  private static final class Origin implements AutoCloseable {
    private final List<String> command;
    private Process process;

    private Origin(Path files, int port) throws IOException {
      command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-m",
              "jdk.httpserver",
              "-b",
              "127.0.0.1",
              "-p",
              Integer.toString(port),
              "-d",
              files.toString());
      process = new ProcessBuilder("true").start();
    }

    void start() throws IOException {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      assertThat(process.inputReader().readLine()).as("its first words").contains("erving ");
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
