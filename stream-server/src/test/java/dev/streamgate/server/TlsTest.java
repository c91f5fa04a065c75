package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that encrypts by itself.
@Timeout(60)
class TlsTest {
  @TempDir Path folder;

  private TestCertificate certificate;
  private RunningServer server;

  @BeforeEach
  void start() {
    certificate = TestCertificate.in(folder);
    server = RunningServer.start(folder, settings());
  }

  private Map<String, String> settings() {
    return Map.of(
        "TLS_CERTIFICATE",
        certificate.files().certificate().toString(),
        "TLS_PRIVATE_KEY",
        certificate.files().privateKey().toString(),
        "MEDIA_PORT",
        "0");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pagesAndInterfaceComeByHttpsAndSaySo() throws Exception {
    try (HttpClient client = trusting(certificate.client())) {
      HttpResponse<String> page = client.send(get("/"), BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();

      server.tokenOf(StaffRole.OWNER);
      HttpResponse<String> signedIn = client.send(signIn(), BodyHandlers.ofString());
      assertThat(signedIn.statusCode()).isEqualTo(200);
      assertThat(signedIn.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("Secure"));
    }
  }

  @Test
  void bothPortsEncrypt() throws Exception {
    try (HttpClient client = trusting(certificate.client())) {
      for (int port : new int[] {server.port(), server.mediaPort()}) {
        URI health = URI.create("https://localhost:" + port + "/health");
        HttpResponse<String> answer =
            client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void whoeverDoesNotTrustTheCertificateGetsNothing() {
    Path other = folder.resolve("data");
    SSLContext stranger = TestCertificate.in(other).client();
    try (HttpClient client = trusting(stranger)) {
      assertThatThrownBy(() -> client.send(get("/"), BodyHandlers.ofString()))
          .isInstanceOf(SSLException.class);
    }
  }

  /// The verbs and the console on the same computer need no certificate.
  @Test
  void programsOfThisMachineMayComeUnencrypted() {
    assertThat(server.get("/health", "").statusCode()).isEqualTo(200);
    assertThat(server.contact().port()).isEqualTo(server.port());
  }

  /// Also where the server listens on another address than the loopback alone.
  @Test
  void programsOfThisMachineMayComeUnencryptedToItsOneAddress() throws Exception {
    Optional<String> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
            .map(InetAddress::getHostAddress)
            .findFirst();
    assumeThat(own).as("an address besides the loopback").isPresent();
    Map<String, String> settings = new TreeMap<>(settings());
    settings.put("HOST", own.get());
    try (RunningServer alone =
            RunningServer.start(Files.createDirectory(folder.resolve("alone")), settings);
        HttpClient client = HttpClient.newHttpClient()) {
      URI health = URI.create("http://" + own.get() + ":" + alone.port() + "/health");
      HttpResponse<Void> answer =
          client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aNewCertificateIsTakenWhileTheServerRuns() throws Exception {
    assertThat(shown()).isEqualTo(certificate.certificate());

    TestCertificate renewed = TestCertificate.in(folder, "RSA", 30);

    assertThat(renewed.certificate()).isNotEqualTo(certificate.certificate());
    for (int look = 0; look < 40 && !shown(renewed).equals(renewed.certificate()); look++) {
      Thread.sleep(250);
    }
    assertThat(shown(renewed)).isEqualTo(renewed.certificate());
  }

  @Test
  void noiseInTheFormOfAHandshakeEndsItsOwnConnectionAlone() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      out.write(new byte[] {22, 3, 1, 0, 5});
      out.write("noise".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] rest = in.readAllBytes();
      assertThat(rest.length).as("an alert at most").isLessThan(64);
    } catch (IOException e) {
      assertThat(e).as("or a reset").hasMessageContaining("reset");
    }
    assertThat(server.get("/health", "").statusCode()).isEqualTo(200);
  }

  private Certificate shown() throws IOException {
    return shown(certificate);
  }

  private Certificate shown(TestCertificate trusted) throws IOException {
    SSLSocketFactory sockets = trusted.client().getSocketFactory();
    try (SSLSocket socket = (SSLSocket) sockets.createSocket("localhost", server.port())) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    } catch (SSLException e) {
      return certificate.certificate(); // still the one that is not trusted any more
    }
  }

  private HttpRequest signIn() {
    SignInRequest account = new SignInRequest("test-owner", RunningServer.PASSWORD);
    return HttpRequest.newBuilder(address("/api/admin/login"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(WireJson.bytes(account)))
        .build();
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(address(path)).build();
  }

  private URI address(String path) {
    return URI.create("https://localhost:" + server.port() + path);
  }

  private static HttpClient trusting(SSLContext context) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_2) // as browsers do; what is spoken is agreed upon
        .sslContext(context)
        .build();
  }
}
