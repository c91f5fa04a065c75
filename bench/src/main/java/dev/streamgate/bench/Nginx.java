package dev.streamgate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An nginx with one worker that guards files by `secure_link`, and in front of StreamGate sends
/// what that authorises.
final class Nginx implements AutoCloseable {
  static final String ACCEL_PREFIX = "/_streams/";

  /// The header by which one sees that nginx sent what StreamGate authorised.
  static final String SENT_BY_NGINX = "X-Sent-By";

  /// The address from which it asks StreamGate, so that StreamGate can tell it from wrk.
  static final String OWN_ADDRESS = "127.0.0.2";

  private static final String SECRET = "secret of the benchmarks";
  private static final String EXPIRES = "4102444800";

  private final int port = BenchServer.freePort();
  private final int loggingPort = BenchServer.freePort();
  private final int accelPort = BenchServer.freePort();
  private final int tlsPort = BenchServer.freePort();
  private final MeasuredProcess process;

  private Nginx(
      Path folder, Path streams, List<String> before, int serverPort, Optional<PemFiles> pem)
      throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            configuration(folder, streams, serverPort).replace("#tls#", tls(pem)));
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("nginx", "-p", folder.toString(), "-c", configuration.toString()));
    process =
        new MeasuredProcess(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start());
    awaitStart(folder);
  }

  /// @param folder holds all that it writes
  /// @param before what stands before `nginx` on its command line
  /// @param serverPort where StreamGate listens
  static Nginx start(Path folder, Path streams, List<String> before, int serverPort)
      throws IOException {
    return start(folder, streams, before, serverPort, Optional.empty());
  }

  /// @param pem with what the signed port encrypts on another port
  static Nginx start(
      Path folder, Path streams, List<String> before, int serverPort, Optional<PemFiles> pem)
      throws IOException {
    return new Nginx(Files.createDirectories(folder), streams, before, serverPort, pem);
  }

  MeasuredProcess process() {
    return process;
  }

  /// The signed address of a file, served without an access log.
  String signed(String path) {
    return "http://127.0.0.1:" + port + path + signature(path);
  }

  /// The same, encrypted.
  String encrypted(String path) {
    return "https://127.0.0.1:" + tlsPort + path + signature(path);
  }

  /// The same with a buffered access log.
  String signedAndLogged(String path) {
    return "http://127.0.0.1:" + loggingPort + path + signature(path);
  }

  /// A file for which StreamGate is asked.
  String asked(String path) {
    return "http://127.0.0.1:" + accelPort + path;
  }

  @Override
  public void close() {
    process.close();
  }

  private String configuration(Path folder, Path streams, int serverPort) throws IOException {
    String user = System.getProperty("user.name").equals("root") ? "user root root;" : "";
    return template()
        .replace("@user@", user)
        .replace("@folder@", folder.toString())
        .replace("@streams@", streams.toString())
        .replace("@server@", String.valueOf(serverPort))
        .replace("@port@", String.valueOf(port))
        .replace("@logging@", String.valueOf(loggingPort))
        .replace("@accel@", String.valueOf(accelPort))
        .replace("@own@", OWN_ADDRESS)
        .replace("@secret@", SECRET);
  }

  private String tls(Optional<PemFiles> pem) {
    return pem.map(files ->
            "listen 127.0.0.1:%d ssl; ssl_certificate %s; ssl_certificate_key %s;"
                .formatted(tlsPort, files.certificate(), files.key()))
        .orElse("");
  }

  private static String template() throws IOException {
    try (InputStream template =
        Objects.requireNonNull(Nginx.class.getResourceAsStream("nginx.conf"))) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String signature(String path) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5")
              .digest((EXPIRES + path + " " + SECRET).getBytes(StandardCharsets.UTF_8));
      String md5 = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      return "?md5=" + md5 + "&expires=" + EXPIRES;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  private void awaitStart(Path folder) {
    for (int look = 0; look < 200 && process.isAlive(); look++) {
      if (Files.exists(folder.resolve("nginx.pid"))) {
        return;
      }
      Pause.millis(20);
    }
    close();
    throw new IllegalStateException("nginx does not start; see " + folder);
  }
}
