package dev.streamgate.server;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server as a process of its own, which can be killed.
final class ServerProcess implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  /// The property that names a launcher to start servers by.
  static final String LAUNCHER = "streamgate.launcher";

  private static final String HASH = new BcryptPasswords().hash(PASSWORD);
  private static final Pattern ADDRESS =
      Pattern.compile("(?:Portal for viewers|Media): +(http://[^/]+:\\d+)/.*");

  private final Process process;
  private final String address;
  private final Thread copying;

  private ServerProcess(Process process, String address, Thread copying) {
    this.process = process;
    this.address = address;
    this.copying = copying;
  }

  /// Starts `serve` in role `all` on a free port and waits until it answers.
  ///
  /// @param folder holds data and log
  static ServerProcess start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /// Starts `serve` on a free port, unless the settings name one, and waits until it answers.
  ///
  /// @param folder holds data, and in `log` and `out` all that the server writes
  /// @param settings further configuration
  static ServerProcess start(Path folder, Map<String, String> settings) throws IOException {
    return start(folder, settings, List.of());
  }

  /// @param before what stands before the server on its command line, such as `prlimit`
  static ServerProcess start(Path folder, Map<String, String> settings, List<String> before)
      throws IOException {
    Process process = launch(folder, settings, before);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    Path copy = folder.resolve("out");
    String address = addressIn(out, copy);
    return new ServerProcess(process, address, Thread.ofVirtual().start(() -> copy(out, copy)));
  }

  /// Starts a server that does not live long.
  ///
  /// @param millis after which it is killed
  static void killWhileStarting(Path folder, Map<String, String> settings, int millis)
      throws IOException, InterruptedException {
    Process process = launch(folder, settings, List.of());
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  /// Starts a server and waits for nothing.
  static Process launch(Path folder, Map<String, String> settings, List<String> before)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(program());
    command.add("serve");
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("ADMIN_PASSWORD_HASH", HASH);
    environment.put("PORT", "0");
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("STREAMGATE_BUILDING", "yes"); // a launcher takes what is there as it is
    environment.putAll(settings);
    Files.createDirectories(folder);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    return builder.start();
  }

  /// The classes under test, or the launcher that a benchmark names.
  static List<String> program() {
    String launcher = System.getProperty(LAUNCHER, "");
    return launcher.isEmpty()
        ? List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.streamgate.server.StreamGate")
        : List.of(launcher);
  }

  String address() {
    return address;
  }

  /// Ends the process as a power cut would: nothing of it runs any more when this returns.
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /// Asks it to end, and does not let it.
  ///
  /// @param millis after which it is killed
  void killWhileStopping(int millis) throws InterruptedException {
    process.toHandle().destroy();
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    kill();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    // Process.destroy would close our end of its output before its last words.
    process.toHandle().destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server does not end");
      }
      copying.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(BufferedReader out, Path to) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Files.writeString(to, line + "\n", CREATE, APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading what the server prints", e);
    }
  }

  private static String addressIn(BufferedReader out, Path copy) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Files.writeString(copy, line + "\n", CREATE, APPEND);
        Matcher address = ADDRESS.matcher(line);
        if (address.matches()) {
          return address.group(1);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading what the server prints", e);
    }
    throw new IllegalStateException("the server ended before it answered");
  }
}
