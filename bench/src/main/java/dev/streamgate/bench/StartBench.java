package dev.streamgate.bench;

import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures how long after the start of its process a server gives its first good answer, and the
/// console shows its first picture.
final class StartBench {
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Path folder = Files.createTempDirectory("streamgate-bench");
  private final String hash = new BcryptPasswords().hash(BenchServer.PASSWORD);

  private StartBench() throws IOException {}

  public static void main(String[] arguments) throws IOException {
    new StartBench().run(List.of(arguments).contains("--quick") ? 3 : 9);
  }

  /// The first starts make the database and what is missing of the caches, and are not counted.
  private void run(int rounds) throws IOException {
    Report.table("Start by ./streamgate", "median s", "slowest s");
    measure("serve", this::serve, rounds);
    measure("console", this::console, rounds);
  }

  private static void measure(String name, Program program, int rounds) throws IOException {
    program.start("");
    List<Double> asItIs = new ArrayList<>();
    List<Double> withoutCache = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Report.progress(name + " " + (round + 1));
      asItIs.add(program.start(""));
      withoutCache.add(program.start(WITHOUT_CACHE));
    }
    print(name, asItIs);
    print(name + " with " + WITHOUT_CACHE, withoutCache);
  }

  @FunctionalInterface
  private interface Program {
    /// Seconds from the start of the process, with an option of the Java machine.
    double start(String option) throws IOException;
  }

  private static void print(String name, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    Report.row(
        name, Report.number(sorted.get(sorted.size() / 2), 2), Report.number(sorted.getLast(), 2));
  }

  /// Until `/health` answered 200.
  private double serve(String option) throws IOException {
    int port = BenchServer.freePort();
    ProcessBuilder builder = script(option, "serve");
    builder
        .environment()
        .putAll(
            Map.of(
                "ADMIN_PASSWORD_HASH",
                hash,
                "HOST",
                "127.0.0.1",
                "PORT",
                String.valueOf(port),
                "DATA_DIR",
                folder.resolve("data").toString(),
                "STREAM_ROOT",
                folder.toString()));
    long begin = System.nanoTime();
    try (MeasuredProcess server = new MeasuredProcess(builder.start())) {
      while (!WebCalls.answers(port, "/health")) {
        if (!server.isAlive() || System.nanoTime() - begin > PATIENCE) {
          throw new IllegalStateException("the server does not start; see " + folder);
        }
        Pause.millis(2);
      }
      return secondsSince(begin);
    }
  }

  /// Until the sign-in was painted, on a screen that nobody sees, and the process had ended.
  private double console(String option) throws IOException {
    ProcessBuilder builder =
        script(
            "-Dglass.platform=Headless -Dprism.order=sw -Duser.home=" + folder + " " + option,
            "console",
            "--rehearse");
    long begin = System.nanoTime();
    try (MeasuredProcess console = new MeasuredProcess(builder.start())) {
      while (console.isAlive()) {
        if (System.nanoTime() - begin > PATIENCE) {
          throw new IllegalStateException("the console does not start; see " + folder);
        }
        Pause.millis(2);
      }
      return secondsSince(begin);
    }
  }

  private ProcessBuilder script(String option, String... arguments) {
    List<String> command = new ArrayList<>(List.of("./streamgate"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("STREAMGATE_JAVA_OPTS", option);
    return builder;
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
