package dev.streamgate.show;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server as its operator starts it, with a data folder that outlives it.
final class ServedProcess implements AutoCloseable {
  private static final Pattern PASSWORD = Pattern.compile("Sign in as .* with password: (\\S+)");
  private static final String LISTENS = "Portal for viewers: ";
  private static final int STOP_SECONDS = 20;

  private final Path data;
  private final Path log;
  private final int port;
  private Process process;
  private String password = "";

  private ServedProcess(Path data, Path log, int port) throws IOException {
    this.data = data;
    this.log = log;
    this.port = port;
    process = launch();
  }

  static ServedProcess start(Path data, Path log) throws IOException {
    return new ServedProcess(data, log, freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  String address() {
    return "http://localhost:" + port;
  }

  /// What the very first start has printed; blank after later ones.
  String firstPassword() {
    return password;
  }

  /// Ends it as a failing machine would.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void restart() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.streamgate.server.StreamGate",
                "serve")
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("DATA_DIR", data.toString());
    builder.environment().put("PORT", String.valueOf(port));
    boolean first = !Files.exists(data);
    Process launched = builder.start();
    password = read(launched, first).orElse("");
    return launched;
  }

  /// Reads up to the line after which it listens, and the password if there is one.
  private static Optional<String> read(Process process, boolean first) {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    try {
      boolean listens = false;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        listens |= line.startsWith(LISTENS);
        Matcher secret = PASSWORD.matcher(line);
        if (secret.matches()) {
          return Optional.of(secret.group(1));
        }
        if (listens && line.startsWith("Console for staff")) {
          return first ? password(out) : Optional.empty();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading what the server prints", e);
    }
    throw new IllegalStateException("the server ended early");
  }

  private static Optional<String> password(BufferedReader out) throws IOException {
    Matcher secret = PASSWORD.matcher(String.valueOf(out.readLine()));
    return secret.matches() ? Optional.of(secret.group(1)) : Optional.empty();
  }
}
