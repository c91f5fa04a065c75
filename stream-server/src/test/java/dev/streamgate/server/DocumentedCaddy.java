package dev.streamgate.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A Caddy with the very configuration that operators are given; only names and ports are those of
/// the test, and its certificates are of an authority of its own.
final class DocumentedCaddy implements AutoCloseable {
  private static final Path FILE = Path.of("../docs/caddy/Caddyfile");

  private final Path folder;
  private final int plainPort;
  private final int port;
  private final ProxyProcess process;

  private DocumentedCaddy(Path folder, int plainPort, int port, ProxyProcess process) {
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
    ProcessBuilder caddy = new ProcessBuilder("caddy", "run", "--config", file.toString());
    for (String home : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
      caddy.environment().put(home, folder.toString());
    }
    ProxyProcess process =
        ProxyProcess.start(
            caddy, folder.resolve("output"), ports.get(1), () -> hasCertificates(folder));
    return new DocumentedCaddy(folder, ports.get(0), ports.get(1), process);
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
    return process.printed();
  }

  @Override
  public void close() {
    process.close();
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

  /// It listens before it has them.
  private static boolean hasCertificates(Path folder) {
    Path kept = folder.resolve("caddy/certificates/local");
    return List.of("localhost", "127.0.0.1").stream()
        .allMatch(name -> Files.exists(kept.resolve(name).resolve(name + ".crt")));
  }
}
