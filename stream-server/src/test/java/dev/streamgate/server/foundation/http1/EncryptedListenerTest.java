package dev.streamgate.server.foundation.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.fixtures.TestCertificate;
import dev.streamgate.server.foundation.ServerCertificate;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Encrypted connections to a handler that answers by itself and to routes of the library, and
/// plain ones to the same port.
@Timeout(60)
class EncryptedListenerTest {
  private static final byte[] LONG = new byte[3_000_000];

  static {
    new Random(7).nextBytes(LONG);
  }

  @TempDir Path folder;

  private Listener listener;
  private HttpClient client;

  @BeforeEach
  void open() throws IOException {
    TestCertificate certificate = TestCertificate.in(folder);
    listener =
        Listener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new ServerCertificate(certificate.files(), InstantSource.system()),
            new Direct(),
            HttpRouting.builder()
                .route(
                    Method.POST,
                    "/echo",
                    (request, response) -> response.send(request.content().as(byte[].class)))
                .get(
                    "/secure",
                    (request, response) -> response.send(Boolean.toString(request.isSecure()))),
            InstantSource.system());
    listener.start();
    client = HttpClient.newBuilder().sslContext(certificate.client()).build();
  }

  @AfterEach
  void close() {
    client.close();
    listener.close();
  }

  /// Answers below `/d/`.
  private static final class Direct implements DirectHandler {
    @Override
    public boolean takes(String rawPath) {
      return rawPath.startsWith("/d/");
    }

    @Override
    public void answer(RequestHead request, AnswerSink sink) throws IOException {
      switch (request.rawPath()) {
        case "/d/secure" -> sink.send(bytes(text(Boolean.toString(request.isSecure()))));
        case "/d/long" -> sink.send(bytes(LONG));
        case "/d/mapped" -> sink.send(new Answer(200, List.of(), new AnswerBody.Bytes(direct())));
        case "/d/chunks" -> sink.send(streamed(OptionalLong.empty(), false));
        case "/d/cut" -> sink.send(streamed(OptionalLong.of(LONG.length + 1L), true));
        default -> throw new IllegalStateException("a bug");
      }
    }

    private static Answer bytes(byte[] bytes) {
      return new Answer(200, List.of(), new AnswerBody.Bytes(ByteBuffer.wrap(bytes)));
    }

    /// As a mapped file's.
    private static ByteBuffer direct() {
      return ByteBuffer.allocateDirect(LONG.length).put(LONG).flip();
    }

    private static Answer streamed(OptionalLong length, boolean cut) {
      return new Answer(
          200,
          List.of(),
          new AnswerBody.Streamed(
              length,
              out -> {
                out.write(ByteBuffer.wrap(LONG));
                if (cut) {
                  throw new EOFException("cut");
                }
              }));
    }
  }

  @Test
  void bothSidesKnowThatItIsEncrypted() throws Exception {
    assertThat(text(get("https", "/d/secure"))).isEqualTo("true");
    assertThat(text(get("https", "/secure"))).isEqualTo("true");
  }

  @Test
  void plainConnectionsToTheSamePortAreAnsweredAsPlainOnes() throws Exception {
    assertThat(text(get("http", "/d/secure"))).isEqualTo("false");
    assertThat(text(get("http", "/secure"))).isEqualTo("false");
  }

  @Test
  void longBodiesArriveWhole() throws Exception {
    for (String path : List.of("/d/long", "/d/mapped", "/d/chunks")) {
      assertThat(get("https", path)).as(path).isEqualTo(LONG);
    }
    HttpRequest echo =
        HttpRequest.newBuilder(address("https", "/echo"))
            .POST(BodyPublishers.ofByteArray(LONG))
            .build();
    assertThat(client.send(echo, BodyHandlers.ofByteArray()).body()).isEqualTo(LONG);
  }

  @Test
  void aBodyThatWasCutIsNotTakenForAWholeOne() {
    assertThatThrownBy(() -> get("https", "/d/cut")).isInstanceOf(IOException.class);
  }

  @Test
  void manyAtOnceAreAnswered() throws Exception {
    Callable<byte[]> one = () -> get("https", "/d/long");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<byte[]> body : threads.invokeAll(Stream.generate(() -> one).limit(40).toList())) {
        assertThat(body.get()).isEqualTo(LONG);
      }
    }
  }

  private byte[] get(String scheme, String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(address(scheme, path)).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private URI address(String scheme, String path) {
    return URI.create(scheme + "://localhost:" + listener.port() + path);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
