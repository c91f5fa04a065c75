package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What staff wait for with 100 000 tickets: the first rows, the next page, the rows of a search.
/// The figures are written to `target/many-tickets.txt`.
@Tag("long")
@ResourceLock(StaffConsole.LOCK)
class ManyTicketsTest {
  private static final int BATCHES = 200;
  private static final int BATCH = 500;
  private static final int ROUNDS = 9;
  private static final int VISIBLE = 30;
  private static final String KEY_TO_ROWS = "key to rows";

  private final List<String> codes = new ArrayList<>();

  @Test
  void theListStaysQuick(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    Path log = Path.of("target", "many-tickets.log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    try (ServedProcess server = ServedProcess.start(folder.resolve("data"), log)) {
      StaffCalls calls = StaffCalls.signIn(server.address(), server.firstPassword());
      fill(calls);
      try (StaffConsole staff =
          StaffConsole.open(server.address(), folder.resolve("preferences"))) {
        staff.signIn(StaffCalls.PASSWORD);
        staff.await("#cardActiveEvents");
        Duration first = staff.timed("#navTickets", "#copyCode");
        Map<String, List<Duration>> figures = measure(staff, calls);
        tell(first, figures);
        assertThat(median(figures.getOrDefault(KEY_TO_ROWS, List.of())))
            .isLessThan(Duration.ofSeconds(1));
      }
    }
  }

  private Map<String, List<Duration>> measure(StaffConsole staff, StaffCalls calls)
      throws IOException, InterruptedException {
    Map<String, List<Duration>> figures = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      String code = codes.get(round * 211);
      take(figures, "scrolled by a row", staff.timedScroll(VISIBLE));
      take(figures, "next page", List.of(staff.timedPage()));
      take(figures, KEY_TO_ROWS, List.of(staff.timedSearch(code)));
      take(figures, "of that the server", List.of(calls.timedSearch(code)));
      take(figures, "search emptied", List.of(staff.timedClearing("100,000")));
    }
    return figures;
  }

  private static void take(
      Map<String, List<Duration>> figures, String name, List<Duration> measured) {
    figures.computeIfAbsent(name, unknown -> new ArrayList<>()).addAll(measured);
  }

  private void fill(StaffCalls calls) throws IOException, InterruptedException {
    String event = calls.event("Many");
    for (int batch = 0; batch < BATCHES; batch++) {
      codes.addAll(calls.tickets(event, BATCH, "Batch " + batch));
    }
  }

  private static void tell(Duration first, Map<String, List<Duration>> figures) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(
        "100000 tickets; load of the machine %.1f%nfirst rows: %d ms%n"
            .formatted(
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                first.toMillis()));
    figures.forEach((name, times) -> lines.append("%s: %s%n".formatted(name, told(times))));
    Files.writeString(Path.of("target", "many-tickets.txt"), lines);
  }

  private static String told(List<Duration> times) {
    return "median %d ms, worst %d ms"
        .formatted(
            median(times).toMillis(),
            times.stream().max(Duration::compareTo).orElseThrow().toMillis());
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
