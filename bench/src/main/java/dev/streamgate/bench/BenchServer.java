package dev.streamgate.bench;

import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The server as it was built, a process of its own in role `all` with a media port.
final class BenchServer implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Path folder;
  private final int port = freePort();
  private final int mediaPort = freePort();
  private final MeasuredProcess process;

  private BenchServer(Path folder, List<String> before, Map<String, String> settings)
      throws IOException {
    this.folder = folder;
    Files.createDirectories(streams());
    ProcessBuilder builder = new ProcessBuilder(command(before));
    builder.environment().putAll(environment());
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
    process = new MeasuredProcess(builder.start());
    awaitHealth();
  }

  /// Starts it; when this returns it answers.
  ///
  /// @param folder holds data, streams and all that the server writes
  /// @param before what stands before `java` on its command line, such as `taskset`
  static BenchServer start(Path folder, List<String> before, Map<String, String> settings)
      throws IOException {
    return new BenchServer(folder, before, settings);
  }

  int port() {
    return port;
  }

  int mediaPort() {
    return mediaPort;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  MeasuredProcess process() {
    return process;
  }

  Path streams() {
    return folder.resolve("streams");
  }

  /// The sum of a metric over all its labels.
  double metric(String name) {
    return WebCalls.get(address() + "/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    process.close();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }

  private static List<String> command(List<String> before) {
    return Stream.concat(before.stream(), Stream.of("./streamgate", "serve")).toList();
  }

  /// Sessions last although those of the load runs send no heartbeat.
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("STREAMGATE_BUILDING", "yes"); // what is there is taken as it is
    environment.put("ADMIN_PASSWORD_HASH", new BcryptPasswords().hash(PASSWORD));
    environment.put("HOST", "127.0.0.1");
    environment.put("PORT", String.valueOf(port));
    environment.put("MEDIA_PORT", String.valueOf(mediaPort));
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("STREAM_ROOT", streams().toString());
    environment.put("SESSION_TIMEOUT_SECONDS", "3600");
    return environment;
  }

  private void awaitHealth() {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!WebCalls.answers(port, "/health")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("the server does not start; see " + folder);
      }
      Pause.millis(20);
    }
  }
}
