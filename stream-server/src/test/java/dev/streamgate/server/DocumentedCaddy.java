package dev.streamgate.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A Caddy with the very configuration that operators are given; only names and ports are those of
/// the test, and its certificates are of an authority of its own.
final class DocumentedCaddy implements AutoCloseable {
  private static final Path FILE = Path.of("../docs/caddy/Caddyfile");

  private final Path folder;
  private final int plainPort;
  private final int port;
  private final Process process;

  private DocumentedCaddy(Path folder, int plainPort, int port, Process process) {
    this.folder = folder;
    this.plainPort = plainPort;
    this.port = port;
    this.process = process;
  }

  /// A Caddy in front of one server and two edges, which listens when this returns.
  ///
  /// @param folder for all that it writes
  static DocumentedCaddy start(Path folder, int serverPort, List<Integer> edgePorts)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Integer> ports = FreePorts.take(2);
    Map<String, String> own = new LinkedHashMap<>();
    own.put("\n{\n", "\n" + options(ports));
    own.put("gate.example.com {", "localhost {");
    own.put("media.example.com {", "127.0.0.1 {");
    own.put("127.0.0.1:8080", "127.0.0.1:" + serverPort);
    own.put("edge-1.example.com:8080", "127.0.0.1:" + edgePorts.get(0));
    own.put("edge-2.example.com:8080", "127.0.0.1:" + edgePorts.get(1));
    Path file = Files.writeString(folder.resolve("Caddyfile"), DocumentedFile.with(FILE, own));
    ProcessBuilder caddy =
        new ProcessBuilder("caddy", "run", "--config", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    for (String home : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
      caddy.environment().put(home, folder.toString());
    }
    DocumentedCaddy started =
        new DocumentedCaddy(folder, ports.get(0), ports.get(1), caddy.start());
    started.awaitStart();
    return started;
  }

  /// What viewers and staff open.
  String gate() {
    return "https://localhost:" + port;
  }

  /// The same without encryption.
  String plainGate() {
    return "http://localhost:" + plainPort;
  }

  /// What stands before the edges.
  String media() {
    return "https://127.0.0.1:" + port;
  }

  /// Trusts what this Caddy shows, and nothing else.
  SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("root", root());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /// All that it wrote down. Ends it.
  String written() throws IOException {
    close();
    return Files.readString(folder.resolve("output"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String options(List<Integer> ports) {
    return """
    {
    \tadmin off
    \tlocal_certs
    \tskip_install_trust
    \thttp_port %d
    \thttps_port %d
    """
        .formatted(ports.get(0), ports.get(1));
  }

  private Certificate root() throws IOException, GeneralSecurityException {
    Path file = folder.resolve("caddy/pki/authorities/local/root.crt");
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /// It listens before it has its certificates.
  private void awaitStart() throws IOException, InterruptedException {
    for (int look = 0; look < 500 && process.isAlive(); look++) {
      if (isListening() && hasCertificates()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(written());
  }

  private boolean hasCertificates() {
    Path kept = folder.resolve("caddy/certificates/local");
    return List.of("localhost", "127.0.0.1").stream()
        .allMatch(name -> Files.exists(kept.resolve(name).resolve(name + ".crt")));
  }

  private boolean isListening() {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
