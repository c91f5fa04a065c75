package dev.streamgate.show;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The demonstration as its user starts it: a process of its own, known by what it prints.
final class DemoProcess implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile("(\\w+(?: code)?) {2,}(\\S.*)");
  private static final String LAST_LINE = "Press Ctrl+C to stop.";
  private static final int STOP_SECONDS = 20;

  private final Process process;
  private final Map<String, String> printed;

  private DemoProcess(Process process, Map<String, String> printed) {
    this.process = process;
    this.printed = printed;
  }

  /// Starts the demonstration on a free port and waits until it has said everything.
  ///
  /// @param log where its log goes
  static DemoProcess start(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "dev.streamgate.server.StreamGate",
                "demo",
                "--port",
                "0")
            .redirectError(log.toFile())
            .start();
    return new DemoProcess(process, read(process));
  }

  String portal() {
    return get("Portal");
  }

  String server() {
    String portal = portal();
    return portal.substring(0, portal.length() - 1);
  }

  String password() {
    return get("Password");
  }

  String liveCode() {
    return get("Live code");
  }

  String upcomingCode() {
    return get("Upcoming code");
  }

  String recordingCode() {
    return get("Recording code");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the demonstration does not stop when asked");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String get(String name) {
    return Optional.ofNullable(printed.get(name))
        .orElseThrow(() -> new IllegalStateException("no " + name + " among " + printed.keySet()));
  }

  private static Map<String, String> read(Process process) {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    Map<String, String> printed = new LinkedHashMap<>();
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          printed.put(matcher.group(1), matcher.group(2));
        }
        if (line.startsWith(LAST_LINE)) {
          return printed;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading what the demonstration prints", e);
    }
    throw new IllegalStateException("the demonstration ended early, having said " + printed);
  }

  /// Surefire keeps the real class path in a property of its own.
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
