package dev.streamgate.server.foundation.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests as bytes over real sockets: to a handler that answers by itself and to routes of the
/// library, mixed on the same connections.
class ListenerTest {
  private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(1), Duration.ofMillis(700), Duration.ofMillis(700), 1024 * 1024);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private Listener listener;

  @BeforeEach
  void open() throws IOException {
    listener = open(Patience.USUAL);
  }

  @AfterEach
  void close() {
    gate.countDown();
    listener.close();
  }

  private Listener open(Patience patience) throws IOException {
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .route(
                Method.POST,
                "/echo",
                (request, response) -> response.send(request.content().as(byte[].class)))
            .get("/routed", (request, response) -> response.send("routed"));
    Listener opened =
        Listener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Encryption.NONE,
            new Direct(),
            routing,
            InstantSource.fixed(NOW),
            patience);
    opened.start();
    return opened;
  }

  /// Answers below `/d/`.
  private final class Direct implements DirectHandler {
    @Override
    public boolean takes(String rawPath) {
      return rawPath.startsWith("/d/");
    }

    @Override
    public void answer(RequestHead request, AnswerSink sink) throws IOException {
      switch (request.rawPath()) {
        case "/d/short" -> sink.send(bytes("short"));
        case "/d/long" -> sink.send(bytes("0123456789".repeat(300_000)));
        case "/d/chunks" -> sink.send(streamed(OptionalLong.empty(), "first-", "second"));
        case "/d/cut" -> {
          AnswerBody.Source source =
              out -> {
                out.write(ByteBuffer.wrap("fir".getBytes(StandardCharsets.US_ASCII)));
                throw new EOFException("cut");
              };
          sink.send(
              new Answer(200, List.of(), new AnswerBody.Streamed(OptionalLong.of(9), source)));
        }
        case "/d/none" -> sink.send(Answer.withoutBody(204, List.of()));
        case "/d/held" -> {
          begun.countDown();
          await(gate);
          sink.send(bytes("held"));
        }
        default -> throw new IllegalStateException("a bug");
      }
    }
  }

  @Test
  void oneConnectionServesBothKindsInAnyOrder() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      for (int round = 0; round < 3; round++) {
        assertThat(wire.ask("GET /d/short HTTP/1.1").body()).isEqualTo("short");
        assertThat(wire.ask("GET /routed HTTP/1.1").body()).isEqualTo("routed");
        assertThat(wire.ask("POST /echo HTTP/1.1", "Content-Length: 3", "", "abc").body())
            .isEqualTo("abc");
        assertThat(wire.ask("GET /d/none HTTP/1.1").status()).isEqualTo(204);
      }
    }
  }

  @Test
  void whatIsSentAheadIsAnsweredInOrder() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      String host = "\r\nHost: a\r\n";
      wire.send(
          "GET /d/short HTTP/1.1"
              + host
              + "\r\n"
              + "POST /echo HTTP/1.1"
              + host
              + "Content-Length: 5\r\n\r\nhello"
              + "GET /routed HTTP/1.1"
              + host
              + "\r\n"
              + "HEAD /d/long HTTP/1.1"
              + host
              + "\r\n"
              + "GET /d/short HTTP/1.1"
              + host
              + "\r\n");

      List<String> bodies = new ArrayList<>();
      for (int answer = 0; answer < 3; answer++) {
        bodies.add(wire.receive(true).body());
      }
      assertThat(bodies).containsExactly("short", "hello", "routed");
      assertThat(wire.receive(false).header("content-length")).isEqualTo("3000000");
      assertThat(wire.receive(true).body()).isEqualTo("short");
    }
  }

  @Test
  void aRequestMayComeInPieces() throws Exception {
    try (Wire wire = new Wire(listener.port())) {
      for (String piece : List.of("G", "ET /d/sh", "ort HTTP/1.1\r", "\nHost: a\r\n", "\r", "\n")) {
        wire.send(piece);
        Thread.sleep(20);
      }
      assertThat(wire.receive(true).body()).isEqualTo("short");
    }
  }

  @Test
  void headersAreThoseOfTheAnswerAndOfTheConnection() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      Wire.Reply reply = wire.ask("GET /d/short HTTP/1.1");

      assertThat(reply.head())
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nDate: Tue, 10 Mar 2026 15:30:00 GMT\r\n")
          .contains("\r\nX-Test: yes\r\n")
          .contains("\r\nContent-Length: 5\r\n")
          .doesNotContain("Connection");
    }
  }

  @Test
  void aLongBodyArrivesWhole() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      assertThat(wire.ask("GET /d/long HTTP/1.1").body()).isEqualTo("0123456789".repeat(300_000));
      assertThat(wire.ask("GET /d/short HTTP/1.1").body()).isEqualTo("short");
    }
  }

  @Test
  void aBodyOfUnknownLengthComesInChunksAndTheConnectionGoesOn() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      wire.send("GET /d/chunks HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(wire.receive(false).head()).contains("Transfer-Encoding: chunked");
      String chunks = "6\r\nfirst-\r\n6\r\nsecond\r\n0\r\n\r\n";
      assertThat(wire.read(chunks.length())).isEqualTo(chunks);
      assertThat(wire.ask("GET /d/short HTTP/1.1").body()).isEqualTo("short");
    }
  }

  @Test
  void oldClientsGetBodiesOfUnknownLengthUpToTheEnd() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      wire.send("GET /d/chunks HTTP/1.0\r\n\r\n");

      assertThat(wire.rest()).contains("Connection: close").endsWith("\r\n\r\nfirst-second");
    }
  }

  @Test
  void oldClientsMayKeepTheirConnection() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      assertThat(wire.ask("GET /d/short HTTP/1.0", "Connection: keep-alive").head())
          .contains("Connection: keep-alive");
      assertThat(wire.ask("GET /d/short HTTP/1.0").head()).contains("Connection: close");
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void whoSaysCloseIsLeftAlone() throws IOException {
    for (String path : List.of("/d/short", "/routed")) {
      try (Wire wire = new Wire(listener.port())) {
        assertThat(wire.ask("GET " + path + " HTTP/1.1", "Connection: close").status())
            .isEqualTo(200);
        assertThat(wire.rest()).as(path).isEmpty();
      }
    }
  }

  @Test
  void aBodyForTheHandlerIsNeverTakenForARequest() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      String smuggled = "GET /routed HTTP/1.1\r\nHost: a\r\n\r\n";
      wire.send(
          "GET /d/short HTTP/1.1\r\nHost: a\r\nContent-Length: "
              + smuggled.length()
              + "\r\n\r\n"
              + smuggled);

      assertThat(wire.receive(true).head()).contains("Connection: close");
      assertThat(wire.restUnlessReset()).isEmpty();
    }
  }

  @Test
  void anAnswerThatBreaksOffEndsTheConnection() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      wire.send("GET /d/cut HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(wire.rest()).contains("Content-Length: 9").endsWith("\r\n\r\nfir");
    }
  }

  @Test
  void whatIsRefusedWithItsBodyUnreadIsTheLast() throws IOException {
    String hidden = "GET /routed HTTP/1.1\r\nHost: a\r\n\r\n";
    for (String framing :
        List.of(
            "Content-Length: " + hidden.length() + "\r\nHost: a b",
            "Transfer-Encoding: Chunked",
            "Content-Length: 3\r\nTransfer-Encoding: chunked",
            "Content-Length: x")) {
      try (Wire wire = new Wire(listener.port())) {
        wire.send("POST /echo HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n" + hidden);

        assertThat(wire.restUnlessReset())
            .as(framing)
            .startsWith("HTTP/1.1 ")
            .doesNotContain("\r\n\r\nrouted");
      }
    }
  }

  @Test
  void oldClientsOfTheRoutesAreToldSo() throws IOException {
    try (Wire wire = new Wire(listener.port())) {
      wire.send("GET /routed HTTP/1.0\r\n\r\n");

      assertThat(wire.restUnlessReset()).startsWith("HTTP/1.1 ");
    }
  }

  @Test
  void whoStopsInTheMiddleIsNotWaitedFor() throws IOException {
    try (Listener impatient = open(SHORT)) {
      for (String part :
          List.of(
              "",
              "GET /d/sh",
              "GET /routed HTTP/1.1\r\nHost: a\r\nX-Half: ",
              "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf")) {
        try (Wire wire = new Wire(impatient.port())) {
          wire.send(part);
          assertThat(wire.restUnlessReset()).as(part).doesNotContain("short", "routed");
        }
      }
    }
  }

  @Test
  void whoSendsABodyByteByByteIsNotWaitedForForever() throws Exception {
    try (Listener impatient = open(SHORT);
        Wire wire = new Wire(impatient.port())) {
      wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
      int sent = 0;
      while (sent < 100 && wire.sends("x")) {
        TimeUnit.MILLISECONDS.sleep(100);
        sent++;
      }
      assertThat(sent).isBetween(5, 60);
    }
  }

  @Test
  void whoTakesNothingIsNotWaitedFor() throws Exception {
    try (Listener impatient = open(SHORT);
        Wire wire = new Wire(impatient.port())) {
      String ask = "GET /d/long HTTP/1.1\r\nHost: a\r\n\r\n";
      wire.send(ask.repeat(20));
      Thread.sleep(8_000);

      assertThat(wire.restUnlessReset().length()).isLessThan(20 * 3_000_000);
    }
  }

  @Test
  void runningAnswersEndBeforeThePortCloses() throws Exception {
    try (Wire idle = new Wire(listener.port());
        Wire wire = new Wire(listener.port())) {
      assertThat(idle.ask("GET /d/short HTTP/1.1").status()).isEqualTo(200);
      wire.send("GET /d/held HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      Thread closing = Thread.ofVirtual().start(listener::close);
      assertThat(idle.rest()).as("nothing was asked").isEmpty();

      gate.countDown();
      assertThat(wire.rest()).endsWith("held");
      closing.join();
      assertThatThrownBy(() -> new Wire(listener.port())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBugEndsItsOwnConnectionOnly() throws IOException {
    try (Wire other = new Wire(listener.port());
        Wire wire = new Wire(listener.port())) {
      wire.send("GET /d/bug HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(wire.rest()).isEmpty();
      assertThat(other.ask("GET /d/short HTTP/1.1").status()).isEqualTo(200);
    }
  }

  private static Answer bytes(String text) {
    return new Answer(
        200,
        List.of(new HeaderLine("X-Test", "yes")),
        new AnswerBody.Bytes(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Answer streamed(OptionalLong length, String... parts) {
    return new Answer(
        200,
        List.of(),
        new AnswerBody.Streamed(
            length,
            out -> {
              for (String part : parts) {
                out.write(ByteBuffer.wrap(part.getBytes(StandardCharsets.US_ASCII)));
              }
            }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
