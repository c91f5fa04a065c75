package dev.streamgate.bench;

import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures how long after the start of its process a server gives its first good answer.
final class StartBench {
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Path folder = Files.createTempDirectory("streamgate-bench");
  private final String hash = new BcryptPasswords().hash(BenchServer.PASSWORD);

  private StartBench() throws IOException {}

  public static void main(String[] arguments) throws IOException {
    new StartBench().run(List.of(arguments).contains("--quick") ? 3 : 9);
  }

  /// The first start makes the database and is not counted.
  private void run(int rounds) throws IOException {
    start("");
    List<Double> asItIs = new ArrayList<>();
    List<Double> withoutCache = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Report.progress("start " + (round + 1));
      asItIs.add(start(""));
      withoutCache.add(start(WITHOUT_CACHE));
    }
    Report.table("Start by ./streamgate serve", "median s", "slowest s");
    print("as it is", asItIs);
    print("with " + WITHOUT_CACHE, withoutCache);
  }

  private static void print(String name, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    Report.row(
        name, Report.number(sorted.get(sorted.size() / 2), 2), Report.number(sorted.getLast(), 2));
  }

  /// Seconds until `/health` answered 200.
  private double start(String option) throws IOException {
    int port = BenchServer.freePort();
    ProcessBuilder builder = new ProcessBuilder("./streamgate", "serve");
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
                folder.toString(),
                "STREAMGATE_JAVA_OPTS",
                option));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    long begin = System.nanoTime();
    try (MeasuredProcess server = new MeasuredProcess(builder.start())) {
      while (!WebCalls.answers(port, "/health")) {
        if (!server.isAlive() || System.nanoTime() - begin > PATIENCE) {
          throw new IllegalStateException("the server does not start; see " + folder);
        }
        Pause.millis(2);
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }
}
