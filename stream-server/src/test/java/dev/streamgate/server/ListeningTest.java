package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.streamgate.server.foundation.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The ports of a server, and who may come to them how.
class ListeningTest {
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @TempDir Path folder;

  @Test
  void theMediaPortServesMediaAndHealthAlone() {
    try (RunningServer server = RunningServer.start(folder, Map.of("MEDIA_PORT", "0"))) {
      String media = "http://localhost:" + server.mediaPort();

      assertThat(status(media + "/health")).isEqualTo(200);
      assertThat(status(media + "/streams/some-event/stream.m3u8")).isEqualTo(401);
      assertThat(status(media + "/")).isEqualTo(404);
      assertThat(status(media + "/api/portal/config")).isEqualTo(404);
      assertThat(status(media + "/metrics")).isEqualTo(404);
      assertThat(status(media + "/api/admin/session")).isNotEqualTo(200);
    }
  }

  @Test
  void theFirstPortGoesOnServingEverything() {
    try (RunningServer server = RunningServer.start(folder, Map.of("MEDIA_PORT", "0"))) {
      assertThat(status(server.url("/streams/some-event/stream.m3u8"))).isEqualTo(401);
      assertThat(status(server.url("/"))).isEqualTo(200);
    }
  }

  @Test
  void pagesMayLoadFromTheMediaPortAndStreamsLetThem() {
    try (RunningServer server = RunningServer.start(folder, Map.of("MEDIA_PORT", "0"))) {
      String media = "http://localhost:" + server.mediaPort();
      HttpResponse<String> page = server.get("/", "");

      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("connect-src 'self' " + media + ";"));
      assertThat(allowedOrigin(media, server.url(""))).contains(server.url(""));
      assertThat(allowedOrigin(media, "http://localhost:1")).isEmpty();
    }
  }

  @Test
  void aTakenMediaPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());

      assertThatThrownBy(() -> RunningServer.start(folder, Map.of("MEDIA_PORT", port)).close())
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("Configuration error: Port " + port + " is already in use.");
    }
  }

  @Test
  void aHostThatIsNotThisMachineIsNamed() {
    assertThatThrownBy(() -> RunningServer.start(folder, Map.of("HOST", "203.0.113.7")).close())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Configuration error: HOST must be an address of this machine.");
  }

  @Test
  void hostNamesWithAnUnderscoreAreKept() throws IOException {
    Map<String, String> settings = Map.of("MEDIA_PORT", "0", "REQUIRE_HTTPS", "true");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertThat(mediaSource(server, "my_gate:" + server.port()))
          .contains("connect-src 'self' http://my_gate:" + server.mediaPort() + ";");
      assertThat(mediaSource(server, "[::1]:" + server.port()))
          .contains("connect-src 'self' http://[::1]:" + server.mediaPort() + ";");
      assertThat(answer(server, "my_gate:8080", "X-Real-IP: 192.0.2.1"))
          .contains("Location: https://my_gate/\n");
      assertThat(answer(server, "[::1]:8080", "X-Real-IP: 192.0.2.1"))
          .contains("Location: https://[::1]/\n");
    }
  }

  @Test
  void ofSeveralForwardedValuesThatOfTheProxyItselfCounts() throws IOException {
    Map<String, String> settings = Map.of("MEDIA_PORT", "0", "TRUSTED_PROXIES", "127.0.0.1");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      String policy =
          answer(
              server,
              "gate",
              "X-Forwarded-Proto: http\r\nX-Forwarded-Proto: http, https\r\n"
                  + "X-Forwarded-Host: evil.example.com, gate.example.com");

      assertThat(policy)
          .contains("connect-src 'self' https://gate.example.com:" + server.mediaPort() + ";");
    }
  }

  @Test
  void whoBreaksOffInTheMiddleOfABodyLeavesNoError() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    try (RunningServer server = RunningServer.start(folder)) {
      log.start();
      ROOT.addAppender(log);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        write(
            socket,
            "POST /api/admin/login HTTP/1.1\r\nHost: localhost:"
                + server.port()
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        socket.shutdownOutput();
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
      }
    } finally {
      ROOT.detachAppender(log);
    }

    assertThat(log.list)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .isEmpty();
  }

  /// The header with what a page may load.
  private static String mediaSource(RunningServer server, String host) throws IOException {
    return answer(server, host, "Accept: text/html");
  }

  /// The head of the answer to a request for the portal, in which every host can be named.
  private static String answer(RunningServer server, String host, String headers)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      write(
          socket,
          "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n\r\n");
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .takeWhile(line -> !line.isEmpty())
          .collect(Collectors.joining("\n"));
    }
  }

  private static void write(Socket socket, String request) throws IOException {
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void otherMachinesAreSentToHttpsForPagesAndRefusedElsewhere() throws IOException {
    Optional<String> address = ownAddress();
    Assumptions.assumeTrue(address.isPresent(), "this machine has no address but loopback");
    try (RunningServer server = RunningServer.start(folder, Map.of("REQUIRE_HTTPS", "true"))) {
      String here = "http://" + address.get() + ":" + server.port();

      HttpResponse<String> page = send(fromElsewhere(here + "/?code=1"));
      assertThat(page.statusCode()).isEqualTo(308);
      assertThat(page.headers().firstValue("Location"))
          .contains("https://" + address.get() + "/?code=1");
      HttpResponse<String> other = send(fromElsewhere(here + "/api/portal/config"));
      assertThat(other.statusCode()).isEqualTo(403);
      assertThat(other.body()).isEqualTo("{\"error\":\"HTTPS required\"}");
      HttpResponse<String> video = send(fromElsewhere(here + "/streams/some-event/stream.m3u8"));
      assertThat(video.statusCode()).isEqualTo(403);
      for (String own : List.of(server.url("/api/portal/config"), here + "/api/portal/config")) {
        assertThat(status(own)).as("on this machine").isEqualTo(200);
      }
    }
  }

  @Test
  void whoComesByHttpsThroughATrustedProxyIsLetIn() throws IOException {
    Optional<String> address = ownAddress();
    Assumptions.assumeTrue(address.isPresent(), "this machine has no address but loopback");
    Map<String, String> settings =
        Map.of("REQUIRE_HTTPS", "true", "TRUSTED_PROXIES", address.get());
    try (RunningServer server = RunningServer.start(folder, settings)) {
      HttpRequest.Builder request =
          get("http://" + address.get() + ":" + server.port() + "/api/portal/config");

      assertThat(send(request.header("X-Forwarded-Proto", "https")).statusCode()).isEqualTo(200);
      assertThat(send(request.setHeader("X-Forwarded-Proto", "http")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void chunksThatAreNoneAreTheCallersMistake() throws IOException {
    String request =
        String.join(
            "\r\n",
            "POST /api/tokens/validate HTTP/1.1",
            "Host: a",
            "Content-Type: Application/JSON",
            "Transfer-Encoding: chunked",
            "",
            "zz",
            "{}",
            "0",
            "",
            "");
    try (RunningServer server = RunningServer.start(folder);
        Socket socket = new Socket("localhost", server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      assertThat(
              new BufferedReader(
                      new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                  .readLine())
          .startsWith("HTTP/1.1 400 ");
    }
  }

  private static Optional<String> ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && address instanceof Inet4Address)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  private static Optional<String> allowedOrigin(String media, String origin) {
    return send(get(media + "/streams/some-event/stream.m3u8").header("Origin", origin))
        .headers()
        .firstValue("Access-Control-Allow-Origin");
  }

  private static int status(String address) {
    return send(get(address)).statusCode();
  }

  /// A program on this machine sends no mark of a proxy; what does is taken for somebody else's.
  private static HttpRequest.Builder fromElsewhere(String address) {
    return get(address).header("Via", "1.1 elsewhere");
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
