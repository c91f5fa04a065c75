package dev.streamgate.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Compares what StreamGate sends from one processor with what nginx sends from the same one, round
/// by round in turn.
final class LoadBench {
  private static final String USAGE =
      "Usage: bench/run load [--quick] [playlist.m3u8 | 500k.ts | 2m.ts]...";
  private static final List<String> FIRST_PROCESSOR = List.of("taskset", "-c", "0");
  private static final int CONNECTIONS = 32;

  private final BenchServer server;
  private final Nginx nginx;
  private final String event;
  private final String token;
  private final boolean quick;
  private final Wrk wrk = new Wrk(CONNECTIONS);

  private LoadBench(BenchServer server, Nginx nginx, boolean quick) throws IOException {
    this.server = server;
    this.nginx = nginx;
    this.quick = quick;
    Staff staff = new Staff(server.address(), BenchServer.PASSWORD);
    event = staff.createEvent();
    token = staff.redeem(staff.generateTickets(event, 1).getFirst());
    SampleStream.write(server.streams().resolve(event));
  }

  public static void main(String[] arguments) throws IOException {
    List<String> files =
        Arrays.stream(arguments).filter(argument -> !argument.equals("--quick")).toList();
    if (!SampleStream.FILES.containsAll(files)) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("streamgate-bench");
    boolean quick = files.size() < arguments.length;
    try (BenchServer server =
            BenchServer.start(
                folder,
                FIRST_PROCESSOR,
                Map.of(
                    "ACCEL_REDIRECT", Nginx.ACCEL_PREFIX, "TRUSTED_PROXIES", Nginx.OWN_ADDRESS));
        Nginx nginx =
            Nginx.start(
                folder.resolve("nginx"), server.streams(), FIRST_PROCESSOR, server.port())) {
      LoadBench bench = new LoadBench(server, nginx, quick);
      for (String file : files.isEmpty() ? SampleStream.FILES : files) {
        bench.measure(file);
      }
    }
  }

  private void measure(String file) throws IOException {
    String path = "/streams/" + event + "/" + file;
    List<Contender> contenders = contenders(path);
    check(path, file);
    contenders.forEach(contender -> {
      Report.progress("warming up: " + file + ", " + contender.name());
      contender.warmUp(wrk, quick ? 5 : 8);
    });
    for (int round = 0; round < (quick ? 3 : 5); round++) {
      Report.progress(file + ", round " + (round + 1));
      List<Contender> order = round % 2 == 0 ? contenders : contenders.reversed();
      order.forEach(contender -> contender.measure(wrk, quick ? 1 : 2));
    }
    print(file, contenders);
  }

  /// The peers come first and second.
  private List<Contender> contenders(String path) {
    List<MeasuredProcess> ours = List.of(server.process());
    List<MeasuredProcess> theirs = List.of(nginx.process());
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("nginx secure_link", nginx.signed(path), "", theirs));
    contenders.add(
        new Contender("nginx secure_link, buffered log", nginx.signedAndLogged(path), "", theirs));
    contenders.add(new Contender("StreamGate, Bearer", server.address() + path, token, ours));
    contenders.add(
        new Contender(
            "StreamGate, __token", server.address() + path + "?__token=" + token, "", ours));
    contenders.add(new Contender("StreamGate, Bearer, media port", onMediaPort(path), token, ours));
    if (isSentByNginx(path)) {
      contenders.add(
          new Contender(
              "StreamGate decides, nginx sends",
              nginx.asked(path),
              token,
              List.of(server.process(), nginx.process())));
    }
    return contenders;
  }

  private String onMediaPort(String path) {
    return "http://127.0.0.1:" + server.mediaPort() + path;
  }

  /// Whether this server hands files to nginx at all: nginx takes the order away from the answer,
  /// and the internal location adds a header of its own.
  private boolean isSentByNginx(String path) {
    return !path.endsWith(".m3u8")
        && WebCalls.get(nginx.asked(path), token)
            .headers()
            .firstValue(Nginx.SENT_BY_NGINX)
            .isPresent();
  }

  /// Everybody must send the same bytes, or the comparison says nothing.
  private void check(String path, String file) throws IOException {
    byte[] expected = Files.readAllBytes(server.streams().resolve(event).resolve(file));
    for (String address :
        List.of(
            nginx.signed(path),
            nginx.signedAndLogged(path),
            nginx.asked(path),
            server.address() + path,
            onMediaPort(path))) {
      HttpResponse<byte[]> answer = WebCalls.get(address, token);
      if (answer.statusCode() != 200 || !Arrays.equals(answer.body(), expected)) {
        throw new IllegalStateException(address + " does not send " + file);
      }
    }
  }

  private static void print(String file, List<Contender> contenders) {
    Contender plain = contenders.get(0);
    Contender logging = contenders.get(1);
    Report.table(
        file,
        "requests/s",
        "MB/s",
        "processor busy",
        "ratio to nginx",
        "to nginx with log",
        "requests per CPU second",
        "ratio to nginx",
        "to nginx with log");
    for (Contender contender : contenders) {
      double perCpu = contender.requestsPerCpuSecond();
      Report.row(
          contender.name(),
          Report.number(contender.requestsPerSecond(), 0),
          Report.number(contender.megabytesPerSecond(), 0),
          Report.number(contender.busy(), 0) + " %",
          Report.number(contender.ratioTo(plain), 2),
          Report.number(contender.ratioTo(logging), 2),
          Report.number(perCpu, 0),
          Report.number(perCpu / plain.requestsPerCpuSecond(), 2),
          Report.number(perCpu / logging.requestsPerCpuSecond(), 2));
    }
  }

  /// The files that are asked for.
  private static final class SampleStream {
    static final List<String> FILES = List.of("playlist.m3u8", "500k.ts", "2m.ts");

    private static final int KILOBYTE = 1000;

    static void write(Path folder) throws IOException {
      Files.createDirectories(folder);
      Files.write(folder.resolve("playlist.m3u8"), SamplePlaylist.live(24));
      writeSegment(folder.resolve("500k.ts"), 500 * KILOBYTE);
      writeSegment(folder.resolve("2m.ts"), 2000 * KILOBYTE);
    }

    private static void writeSegment(Path file, int size) throws IOException {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      Files.write(file, bytes);
    }
  }
}
