package dev.streamgate.server.media.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.media.SourceUnavailableException;
import dev.streamgate.server.media.UpstreamFile;
import dev.streamgate.server.media.http.SourceCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of other servers, and of which.
@Timeout(60)
class HttpUpstreamTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofMillis(1500));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> resolved = new ArrayList<>();
  private UpstreamServer server;
  private HttpUpstream upstream;

  @BeforeEach
  void start() throws IOException {
    server = new UpstreamServer();
    upstream = client(this::resolve, List.of());
  }

  @AfterEach
  void stop() {
    upstream.close();
    server.close();
  }

  /// A name server of our own: `changing.test` is harmless when it is asked for the first time.
  private List<InetAddress> resolve(String host) throws UnknownHostException {
    resolved.add(host);
    return switch (host) {
      case "video.test" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
      case "mixed.test" ->
          List.of(InetAddress.ofLiteral("169.254.1.1"), InetAddress.ofLiteral("127.0.0.1"));
      case "metadata.test" -> List.of(InetAddress.ofLiteral("169.254.169.254"));
      case "changing.test" ->
          List.of(
              InetAddress.ofLiteral(
                  resolved.indexOf(host) == resolved.size() - 1 ? "127.0.0.1" : "0.0.0.0"));
      default -> NameResolver.ofThisMachine().resolve(host);
    };
  }

  @Test
  void aFileComesWithWhatTheServerTellsOfIt() throws Exception {
    server.has("/0.ts", "video", "Wed, 05 Mar 2025 15:00:00 GMT");

    try (UpstreamFile file = upstream.get(at("127.0.0.1", "/0.ts")).orElseThrow()) {
      assertThat(file.announcedSize()).hasValue(5);
      assertThat(file.hasVisibleEnd()).isTrue();
      assertThat(file.lastModified()).hasValue(Instant.parse("2025-03-05T15:00:00Z"));
      byte[] bytes = new byte[10];
      assertThat(file.read(bytes)).isEqualTo(5);
    }
    assertThat(count("ok")).isEqualTo(1);
  }

  @Test
  void nothingIsSentThatWouldTellOneViewerFromAnother() throws Exception {
    server.has("/0.ts", "video");
    upstream.get(at("video.test", "/0.ts")).orElseThrow().close();

    assertThat(server.headers().getFirst().keySet())
        .containsExactlyInAnyOrder("Accept-encoding", "Connection", "Host", "User-agent");
    assertThat(server.headers().getFirst())
        .containsEntry("Host", List.of("video.test:" + server.port()));
  }

  /// Over the same connection a server sends one answer too many.
  @Test
  void whatAServerSaysUnaskedIsNobodysFile() throws Exception {
    String file = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    try (ServerSocket talkative = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerAll(talkative, file + "first" + file + "EVIL!"));
      URI address = URI.create("http://127.0.0.1:" + talkative.getLocalPort() + "/0.ts");
      for (int time = 0; time < 3; time++) {
        assertThat(text(upstream.get(address).orElseThrow())).isEqualTo("first");
        Thread.sleep(50); // for all that is said to arrive
      }
    }
  }

  private static String text(UpstreamFile file) throws IOException {
    try (file) {
      byte[] bytes = new byte[100];
      StringBuilder text = new StringBuilder();
      for (int read = 0; read >= 0; read = file.read(bytes)) {
        text.append(new String(bytes, 0, read, StandardCharsets.US_ASCII));
      }
      return text.toString();
    }
  }

  /// Answers every request on every connection with the same bytes.
  private static void answerAll(ServerSocket socket, String answer) {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> answerAll(connection, answer));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void answerAll(Socket connection, String answer) {
    try (connection;
        Scanner requests =
            new Scanner(connection.getInputStream(), StandardCharsets.US_ASCII)
                .useDelimiter("\r\n\r\n")) {
      while (requests.hasNext()) {
        requests.next();
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // The client has left.
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 502, 503, 204, 206, 304})
  void everyOtherStatusMeansThatNobodyKnows(int status) {
    server.status("/0.ts", status);

    assertThatThrownBy(() -> upstream.get(at("127.0.0.1", "/0.ts")))
        .isInstanceOf(SourceUnavailableException.class);
    assertThat(count("refused")).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aFileThatIsMissingOrGoneIsNone() throws Exception {
    assertThat(upstream.get(at("127.0.0.1", "/0.ts"))).isEmpty();
    server.status("/0.ts", 410);
    assertThat(upstream.head(at("127.0.0.1", "/0.ts"))).isEmpty();
    assertThat(count("missing")).isEqualTo(2);
  }

  @Test
  void threeRedirectsAreFollowedAndNotOneMore() throws Exception {
    server.redirects("/0.ts", "/1.ts");
    server.redirects("/1.ts", "2.ts");
    server.redirects("/2.ts", server.origin() + "/3.ts");
    server.has("/3.ts", "video");
    upstream.get(at("127.0.0.1", "/0.ts")).orElseThrow().close();

    server.redirects("/3.ts", "/4.ts");
    server.has("/4.ts", "video");
    assertUnavailable(at("127.0.0.1", "/0.ts"));
    assertThat(server.count("GET /4.ts")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://metadata.test/",
        "ftp://127.0.0.1/0.ts",
        "file:///etc/passwd",
        "http://[fe80::1]/0.ts",
        "http://0.0.0.0/0.ts",
      })
  void aRedirectToAForbiddenPlaceIsNotFollowed(String target) {
    server.redirects("/0.ts", target);

    assertUnavailable(at("127.0.0.1", "/0.ts"));
    assertThat(count("refused")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "[fe80::1]",
        "[::]",
        "[ff02::1]",
        "[fd00:ec2::254]",
        "[::ffff:169.254.169.254]",
        "[::169.254.169.254]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:a9fe:a9fe::1]",
        "metadata.test",
      })
  void placesWithoutVideoAreNotAsked(String host) {
    assertThatThrownBy(() -> upstream.get(at(host, "/0.ts")))
        .isInstanceOf(SourceUnavailableException.class)
        .hasRootCauseInstanceOf(ForbiddenTargetException.class);
  }

  @Test
  void aHostTheOperatorVouchesForIsAsked() throws Exception {
    server.has("/0.ts", "video");
    assertUnavailable(at("0.0.0.0", "/0.ts"));

    try (HttpUpstream trusting = client(this::resolve, List.of("0.0.0.0"))) {
      assertThat(trusting.get(at("0.0.0.0", "/0.ts"))).isPresent();
    }
  }

  @Test
  void ofSeveralAddressesOnlyThoseAllowedAreTried() throws Exception {
    server.has("/0.ts", "video");

    assertThat(upstream.get(at("mixed.test", "/0.ts"))).isPresent();
  }

  @Test
  void aNameThatChangesItsMeaningIsUsedAsItWasChecked() throws Exception {
    server.has("/0.ts", "video");

    try (UpstreamFile file = upstream.get(at("changing.test", "/0.ts")).orElseThrow()) {
      assertThat(file.announcedSize()).hasValue(5);
    }
    assertThat(resolved).containsExactly("changing.test");
    // Over a new connection the name is looked up, and checked, again.
    server.on("/0.ts", exchange -> exchange.getResponseHeaders().set("Connection", "close"));
    try (HttpUpstream later = client(this::resolve, List.of())) {
      assertThatThrownBy(() -> later.get(at("changing.test", "/0.ts")))
          .hasRootCauseInstanceOf(ForbiddenTargetException.class);
    }
  }

  @Test
  void whoDoesNotAnswerIsGivenUpOn() {
    server.isSilentOn("/0.ts");
    assertUnavailable(at("127.0.0.1", "/0.ts"));
    int port = server.port();
    server.close();
    assertUnavailable(URI.create("http://127.0.0.1:" + port + "/0.ts"));
    assertUnavailable(URI.create("http://no-such-name.invalid/0.ts"));
    assertThat(count("unreachable")).isEqualTo(3);
  }

  @Test
  void aBodyThatWasCompressedUnaskedIsNotTheFile() {
    server.on(
        "/0.ts",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, -1);
        });

    assertUnavailable(at("127.0.0.1", "/0.ts"));
  }

  @Test
  void messagesNameTheHostAndNothingThatStaffMayHaveHidden() {
    server.status("/secret/0.ts", 500);

    assertThatThrownBy(() -> upstream.get(at("127.0.0.1", "/secret/0.ts")))
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining("secret");
  }

  private HttpUpstream client(NameResolver names, List<String> exempt) {
    return new HttpUpstream(names, exempt, SHORT, new SourceCounters(meters));
  }

  private URI at(String host, String path) {
    return URI.create("http://" + host + ":" + server.port() + path);
  }

  private void assertUnavailable(URI address) {
    assertThatThrownBy(() -> upstream.get(address)).isInstanceOf(SourceUnavailableException.class);
  }

  private double count(String result) {
    return meters.counter("streamgate.upstream.requests", "result", result).count();
  }
}
