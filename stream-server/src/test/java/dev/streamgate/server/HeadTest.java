package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A HEAD is answered without a body, so that the next answer on the connection is read as such
/// (RFC 9110 §9.3.2).
@TestInstance(Lifecycle.PER_CLASS)
class HeadTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/portal/config",
        "/health",
        "/metrics",
        "/nothing",
        "/api/admin/events",
        "/api/admin/login",
        "/streams/evt/stream.m3u8"
      })
  void theNextAnswerFollowsAtOnce(String path) throws IOException {
    String answers = ask("HEAD " + path, "GET /api/nothing");

    assertThat(answers).containsPattern("(?s)\\AHTTP/1\\.1 \\d{3} .*?\r\n\r\nHTTP/1\\.1 404 ");
    assertThat(answers).endsWith("{\"error\":\"Not found\"}");
  }

  /// Sends requests one behind the other on one connection and returns all that comes back.
  private String ask(String... requests) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      StringBuilder sent = new StringBuilder();
      for (String request : requests) {
        sent.append(request).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
      socket.getOutputStream().write(sent.toString().getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
