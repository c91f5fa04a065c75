package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which pages may load streams.
class CrossOriginTest {
  private static final String SEGMENT = "/streams/evt-1/0.ts";
  private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";

  @TempDir static Path root;
  private static MediaServer server;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(root.resolve("evt-1"));
    Files.writeString(root.resolve("evt-1/0.ts"), "video");
    server = new MediaServer(root);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aConfiguredOriginIsNamedAndMayReadLengths() throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, "Origin", MediaServer.PORTAL);

    assertThat(answer.headers().firstValue(ALLOWED_ORIGIN)).hasValue(MediaServer.PORTAL);
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
        .hasValue("Content-Length, Content-Range");
    assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
  }

  @Test
  void theOwnOriginIsAlwaysAllowed() throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, "Origin", server.origin());

    assertThat(answer.headers().firstValue(ALLOWED_ORIGIN)).hasValue(server.origin());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com",
        "http://portal.example.com",
        "https://portal.example.com.evil.com",
        "null",
        "*"
      })
  void aForeignOriginGetsNoneOfIt(String origin) throws Exception {
    HttpResponse<String> answer = server.get(SEGMENT, "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
    assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
  }

  @Test
  void refusalsCanBeReadByThePage() throws Exception {
    HttpResponse<String> answer =
        server.send(server.request(SEGMENT, "Origin", MediaServer.PORTAL));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue(ALLOWED_ORIGIN)).hasValue(MediaServer.PORTAL);
  }

  @Test
  void aPreflightNeedsNoToken() throws Exception {
    HttpRequest.Builder preflight =
        server
            .request(SEGMENT, "Origin", MediaServer.PORTAL, "Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody());

    HttpResponse<String> answer = server.send(preflight);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue(ALLOWED_ORIGIN)).hasValue(MediaServer.PORTAL);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValue("GET, HEAD, OPTIONS");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValue("Authorization, Range");
    assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("86400");
  }
}
