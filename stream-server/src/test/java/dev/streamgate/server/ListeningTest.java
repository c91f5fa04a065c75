package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.foundation.ConfigurationException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ports of a server, and who may come to them how.
class ListeningTest {
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
  void otherMachinesAreSentToHttpsForPagesAndRefusedElsewhere() throws IOException {
    Optional<String> address = ownAddress();
    Assumptions.assumeTrue(address.isPresent(), "this machine has no address but loopback");
    try (RunningServer server = RunningServer.start(folder, Map.of("REQUIRE_HTTPS", "true"))) {
      String here = "http://" + address.get() + ":" + server.port();

      HttpResponse<String> page = send(get(here + "/?code=1"));
      assertThat(page.statusCode()).isEqualTo(308);
      assertThat(page.headers().firstValue("Location"))
          .contains("https://" + address.get() + "/?code=1");
      HttpResponse<String> other = send(get(here + "/api/portal/config"));
      assertThat(other.statusCode()).isEqualTo(403);
      assertThat(other.body()).isEqualTo("{\"error\":\"HTTPS required\"}");
      assertThat(status(here + "/streams/some-event/stream.m3u8")).isEqualTo(403);
      assertThat(status(server.url("/api/portal/config"))).as("on this machine").isEqualTo(200);
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
