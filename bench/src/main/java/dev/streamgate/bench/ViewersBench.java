package dev.streamgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Measures what audiences cost: how long each step takes, and what of the machine and of the
/// database it uses.
final class ViewersBench {
  private static final String USAGE = "Usage: bench/run viewers [--quick] [number of viewers]...";
  private static final List<Integer> AUDIENCES = List.of(100, 1_000, 5_000);
  private static final int SEGMENT_BYTES = 20_000;
  private static final int WARM_UP_VIEWERS = 400;

  /// A burst of this length is what the server has to bear.
  private static final int LONGEST_BURST_SECONDS = 30;

  private final BenchServer server;
  private final Staff staff;
  private final String event;
  private final boolean quick;

  private ViewersBench(BenchServer server, boolean quick) throws IOException {
    this.server = server;
    this.quick = quick;
    staff = new Staff(server.address(), BenchServer.PASSWORD);
    event = staff.createEvent();
    writeStream(server.streams().resolve(event));
  }

  public static void main(String[] arguments) throws IOException {
    List<String> numbers =
        Arrays.stream(arguments).filter(argument -> !argument.equals("--quick")).toList();
    if (!numbers.stream().allMatch(number -> number.matches("[1-9]\\d{0,4}"))) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("streamgate-bench");
    try (BenchServer server =
        BenchServer.start(folder, List.of(), Map.of("SESSION_TIMEOUT_SECONDS", "60"))) {
      ViewersBench bench = new ViewersBench(server, numbers.size() < arguments.length);
      bench.measure(
          numbers.isEmpty() ? AUDIENCES : numbers.stream().map(Integer::valueOf).toList());
    }
  }

  private void measure(List<Integer> audiences) {
    Report.progress("warming up");
    try (Audience _ = audience(WARM_UP_VIEWERS, 5, 8)) {
      Pause.seconds(quick ? 15 : 25);
    }
    Pause.seconds(5);
    Usage idle = usageOf(quick ? 5 : 10, () -> {});
    List<Measured> measured = audiences.stream().map(this::measure).toList();
    print(idle, measured);
  }

  private record Measured(int viewers, Steps steps, Usage usage, double residentMegabytes) {}

  private Measured measure(int viewers) {
    int coming = Math.clamp(viewers / 100, 5, LONGEST_BURST_SECONDS);
    Report.progress(viewers + " viewers come within " + coming + " s");
    try (Audience audience = audience(viewers, coming, 1)) {
      Pause.seconds(coming + 6L);
      Usage usage = usageOf(quick ? 30 : 60, audience.steps::beginSteadyState);
      Report.paragraph("**" + viewers + " viewers**, who came within " + coming + " s:");
      audience.steps.print();
      return new Measured(viewers, audience.steps, usage, server.process().residentMegabytes());
    }
  }

  private Audience audience(int viewers, int seconds, int speed) {
    return new Audience(server, staff.generateTickets(event, viewers), seconds, speed);
  }

  /// What a stretch of time costs.
  private record Usage(double seconds, double cpu, double own, double statements, double commits) {
    double cpuPerSecond() {
      return cpu / seconds;
    }
  }

  private Usage usageOf(int seconds, Runnable atBegin) {
    atBegin.run();
    Usage before = usageSoFar();
    Pause.seconds(seconds);
    Usage after = usageSoFar();
    return new Usage(
        after.seconds - before.seconds,
        after.cpu - before.cpu,
        after.own - before.own,
        after.statements - before.statements,
        after.commits - before.commits);
  }

  private Usage usageSoFar() {
    return new Usage(
        System.nanoTime() / 1e9,
        server.process().cpuSeconds(),
        MeasuredProcess.ownCpuSeconds(),
        server.metric("streamgate_database_queries_total"),
        server.metric("streamgate_database_commits_total"));
  }

  private void print(Usage idle, List<Measured> measured) {
    Report.table(
        "Viewers",
        "requests/s",
        "processors used",
        "by the simulator",
        "CPU s per viewer-minute",
        "without idle",
        "resident MB",
        "statements/s",
        "commits/s",
        "failures");
    Report.row(
        "none",
        "0",
        Report.number(idle.cpuPerSecond(), 3),
        Report.number(idle.own() / idle.seconds(), 3),
        "",
        "",
        "",
        Report.number(idle.statements() / idle.seconds(), 1),
        Report.number(idle.commits() / idle.seconds(), 2),
        "");
    measured.forEach(it -> print(it, idle));
    Report.paragraph(
        "Most memory ever resident: "
            + Report.number(server.process().mostResidentMegabytes(), 0)
            + " MB.");
  }

  private static void print(Measured measured, Usage idle) {
    Usage usage = measured.usage();
    double perMinute = 60.0 / measured.viewers();
    Report.row(
        Report.number(measured.viewers(), 0),
        Report.number(measured.steps().requests() / usage.seconds(), 0),
        Report.number(usage.cpuPerSecond(), 3),
        Report.number(usage.own() / usage.seconds(), 3),
        Report.number(usage.cpuPerSecond() * perMinute, 4),
        Report.number((usage.cpuPerSecond() - idle.cpuPerSecond()) * perMinute, 4),
        Report.number(measured.residentMegabytes(), 0),
        Report.number(usage.statements() / usage.seconds(), 1),
        Report.number(usage.commits() / usage.seconds(), 2),
        Report.number(measured.steps().failures(), 0));
  }

  private static void writeStream(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("stream.m3u8"), SamplePlaylist.live(24));
    byte[] bytes = new byte[SEGMENT_BYTES];
    new Random(SEGMENT_BYTES).nextBytes(bytes);
    for (int number = 0; number < SimulatedViewer.SEGMENTS; number++) {
      Files.write(folder.resolve("segment-" + number + ".ts"), bytes);
    }
  }
}
