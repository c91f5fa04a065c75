package dev.streamgate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An nginx with the very configuration that operators are given; only folders and ports are those
/// of the test.
final class DocumentedNginx implements AutoCloseable {
  static final Path FILE = Path.of("../docs/nginx/streamgate.conf");

  private static final String MAIN =
      """
      daemon off;
      worker_processes 1;
      pid @folder@/nginx.pid;
      error_log @folder@/main-error.log notice;
      events { }
      http {
        client_body_temp_path @folder@/body;
        proxy_temp_path @folder@/proxy;
        fastcgi_temp_path @folder@/fastcgi;
        uwsgi_temp_path @folder@/uwsgi;
        scgi_temp_path @folder@/scgi;
        include @folder@/streamgate.conf;
      }
      """;

  private final Path folder;
  private final String log;
  private final int port;
  private final ProxyProcess process;

  private DocumentedNginx(Path folder, String log, int port, ProxyProcess process) {
    this.folder = folder;
    this.log = log;
    this.port = port;
    this.process = process;
  }

  /// An nginx in front of one server, which listens when this returns.
  ///
  /// @param folder for all that it writes
  /// @param serverPort where StreamGate listens
  static DocumentedNginx start(Path folder, int serverPort, Path streams, Path cache)
      throws IOException, InterruptedException {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("127.0.0.1:8080", "127.0.0.1:" + serverPort);
    own.put("/srv/streamgate/streams/cache/", cache + "/");
    own.put("/srv/streamgate/streams/", streams + "/");
    return start(folder, FILE, "streamgate", own);
  }

  /// An nginx that keeps the segments of two edges, which listens when this returns.
  ///
  /// @param folder for all that it writes
  static DocumentedNginx beforeEdges(Path folder, int onePort, int otherPort)
      throws IOException, InterruptedException {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("edge-1.example.com:8080", "127.0.0.1:" + onePort);
    own.put("edge-2.example.com:8080", "127.0.0.1:" + otherPort);
    own.put("/var/cache/nginx/streamgate", folder.resolve("kept").toString());
    return start(folder, FILE.resolveSibling("edges.conf"), "streamgate-edges", own);
  }

  /// @param log what its logs are called
  /// @param own what stands in the place of what the documentation says
  private static DocumentedNginx start(Path folder, Path file, String log, Map<String, String> own)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = FreePorts.take(1).getFirst();
    own.put("listen 80;", "listen 127.0.0.1:" + port + ";");
    own.put("/var/log/nginx/", folder + "/");
    Files.writeString(folder.resolve("streamgate.conf"), DocumentedFile.with(file, own));
    // Started by root it would look at the test's files as somebody else.
    String user = System.getProperty("user.name").equals("root") ? "user root root;\n" : "";
    Path main =
        Files.writeString(
            folder.resolve("nginx.conf"), user + MAIN.replace("@folder@", folder.toString()));
    ProcessBuilder nginx =
        new ProcessBuilder(program(), "-p", folder.toString(), "-c", main.toString());
    ProxyProcess process = ProxyProcess.start(nginx, folder.resolve("output"), port, () -> true);
    return new DocumentedNginx(folder, log, port, process);
  }

  int port() {
    return port;
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /// Ends it, and gives what it wrote into its access log.
  List<String> accessLog() throws IOException {
    close();
    return Files.readAllLines(folder.resolve(log + ".log"));
  }

  /// Whether a text stands in anything that it wrote down. Ends it.
  boolean hasWritten(String text) throws IOException {
    close();
    for (String written : List.of(log + ".log", log + "-error.log", "main-error.log", "output")) {
      if (Files.readString(folder.resolve(written)).contains(text)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    process.close();
  }

  /// Debian puts it where not everybody's PATH leads.
  private static String program() {
    return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
  }
}
