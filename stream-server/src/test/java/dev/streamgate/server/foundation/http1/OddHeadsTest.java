package dev.streamgate.server.foundation.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Heads that are not what they should be, and those that only look so.
class OddHeadsTest {
  private Listener listener;

  @BeforeEach
  void open() throws IOException {
    listener =
        Listener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Encryption.NONE,
            new Direct(),
            HttpRouting.builder().get("/routed", (_, response) -> response.send("routed")),
            InstantSource.system());
    listener.start();
  }

  @AfterEach
  void close() {
    listener.close();
  }

  /// Answers below `/direct/`.
  private static final class Direct implements DirectHandler {
    @Override
    public boolean takes(String rawPath) {
      return rawPath.startsWith("/direct/");
    }

    @Override
    public void answer(RequestHead request, AnswerSink sink) throws IOException {
      ByteBuffer body = ByteBuffer.wrap("short".getBytes(StandardCharsets.US_ASCII));
      sink.send(new Answer(200, List.of(), new AnswerBody.Bytes(body)));
    }
  }

  @ParameterizedTest
  @MethodSource
  void nonsenseIsRefusedInWords(String nonsense, int status) throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      wire.send(nonsense);
      Wire.Reply reply = wire.receive(true);

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
      assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(reply.header("connection")).isEqualTo("close");
      assertThat(reply.body()).startsWith("{\"error\":\"");
      assertThat(wire.restUnlessReset()).isEmpty();
    }
  }

  static Stream<Arguments> nonsenseIsRefusedInWords() {
    return Stream.of(
        arguments("GET /direct/short HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        arguments("GET /direct/short HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", 400),
        arguments("GET /direct/short HTTP/1.1\nHost: a\n\n", 400),
        arguments("GET\t/direct/short HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        arguments("G@T /direct/short HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        arguments("GET\u000b/direct/short HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        arguments("GET /direct/\u00fc HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        arguments("GET /direct/" + "x".repeat(17 * 1024) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        arguments(
            "GET /direct/x HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(40 * 1024) + "\r\n\r\n", 431));
  }

  @Test
  void aTargetMayNameTheServer() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      assertThat(wire.ask("GET http://a/direct/short HTTP/1.1").body()).isEqualTo("short");
      assertThat(wire.ask("GET HTTPS://a:8443/routed HTTP/1.1").body()).isEqualTo("routed");
      assertThat(wire.ask("GET /direct/short HTTP/1.1").body()).isEqualTo("short");
    }
    try (Wire wire = new Wire(listener.port())) {
      assertThat(wire.ask("GET http://user@a/direct/short HTTP/1.1").status()).isEqualTo(400);
    }
  }

  @Test
  void emptyLinesBeforeARequestAreSkipped() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      wire.send("\r\n\r\n");
      assertThat(wire.ask("GET /direct/short HTTP/1.1").body()).isEqualTo("short");
      wire.send("\r\n");
      assertThat(wire.ask("GET /routed HTTP/1.1").body()).isEqualTo("routed");
    }
  }
}
