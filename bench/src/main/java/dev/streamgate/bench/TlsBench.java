package dev.streamgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Compares what StreamGate sends encrypted from one processor with what nginx does, round by round
/// in turn, and beside both what StreamGate sends unencrypted.
final class TlsBench {
  private static final List<String> FIRST_PROCESSOR = List.of("taskset", "-c", "0");
  private static final int CONNECTIONS = 32;
  private static final Map<String, Integer> FILES = Map.of("500k.ts", 500_000, "2m.ts", 2_000_000);

  private final boolean quick;
  private final Wrk wrk = new Wrk(CONNECTIONS);

  private TlsBench(boolean quick) {
    this.quick = quick;
  }

  public static void main(String[] arguments) throws IOException {
    new TlsBench(List.of(arguments).contains("--quick")).run();
  }

  private void run() throws IOException {
    Path folder = Files.createTempDirectory("streamgate-bench");
    PemFiles pem = PemFiles.make(folder);
    try (BenchServer server =
            BenchServer.start(
                folder,
                FIRST_PROCESSOR,
                Map.of(
                    "TLS_CERTIFICATE",
                    pem.certificate().toString(),
                    "TLS_PRIVATE_KEY",
                    pem.key().toString()));
        Nginx nginx =
            Nginx.start(
                folder.resolve("nginx"),
                server.streams(),
                FIRST_PROCESSOR,
                server.port(),
                Optional.of(pem))) {
      Staff staff = new Staff(server.address(), BenchServer.PASSWORD);
      String event = staff.createEvent();
      String token = staff.redeem(staff.generateTickets(event, 1).getFirst());
      Path stream = Files.createDirectories(server.streams().resolve(event));
      for (String file : List.of("500k.ts", "2m.ts")) {
        byte[] bytes = new byte[FILES.getOrDefault(file, 0)];
        new Random(bytes.length).nextBytes(bytes);
        Files.write(stream.resolve(file), bytes);
        measure(file, contenders(server, nginx, "/streams/" + event + "/" + file, token));
      }
    }
  }

  private static List<Contender> contenders(
      BenchServer server, Nginx nginx, String path, String token) {
    List<MeasuredProcess> ours = List.of(server.process());
    return List.of(
        new Contender(
            "nginx secure_link, TLS", nginx.encrypted(path), "", List.of(nginx.process())),
        new Contender(
            "StreamGate, Bearer, TLS", "https://127.0.0.1:" + server.port() + path, token, ours),
        new Contender("StreamGate, Bearer, plain", server.address() + path, token, ours));
  }

  /// wrk fails if anything but 200 comes.
  private void measure(String file, List<Contender> contenders) {
    contenders.forEach(contender -> contender.warmUp(wrk, quick ? 5 : 8));
    for (int round = 0; round < (quick ? 3 : 5); round++) {
      Report.progress(file + ", round " + (round + 1));
      List<Contender> order = round % 2 == 0 ? contenders : contenders.reversed();
      order.forEach(contender -> contender.measure(wrk, quick ? 1 : 2));
    }
    Contender peer = contenders.getFirst();
    Report.table(
        file,
        "requests/s",
        "MB/s",
        "processor busy",
        "ratio to nginx",
        "requests per CPU second",
        "ratio to nginx");
    for (Contender contender : contenders) {
      Report.row(
          contender.name(),
          Report.number(contender.requestsPerSecond(), 0),
          Report.number(contender.megabytesPerSecond(), 0),
          Report.number(contender.busy(), 0) + " %",
          Report.number(contender.ratioTo(peer), 2),
          Report.number(contender.requestsPerCpuSecond(), 0),
          Report.number(contender.requestsPerCpuSecond() / peer.requestsPerCpuSecond(), 2));
    }
  }
}
