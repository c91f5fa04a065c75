package dev.streamgate.server;

import com.sun.management.OperatingSystemMXBean;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.Samples;
import dev.streamgate.server.fixtures.TestPostgres;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.SessionKind;
import dev.streamgate.server.sessions.db.JdbcSessionStore;
import dev.streamgate.server.tickets.CodeGenerator;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import dev.streamgate.server.tickets.db.JdbcTicketTallies;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Measures what staff wait for when there are many tickets: a whole server with its database,
/// asked over HTTP by one client. Run by `bench/run tickets`; `bench/README.md` says what to read
/// from it.
final class TicketDeskBench {
  private static final String USAGE =
      """
      Usage: bench/run tickets [--postgres] [count]
        --postgres  a PostgreSQL started for this run instead of the embedded database
        count       how many tickets, 100000 unless said otherwise\
      """;

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int EVENTS = 20;
  private static final int BATCH = 500;
  private static final int SESSIONS = 300;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 15;

  private final RunningServer server;
  private final CodeGenerator codes = new CodeGenerator(new SecureRandom());
  private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);

  private TicketDeskBench(RunningServer server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments);
    List<String> counts = options.stream().filter(option -> !option.equals("--postgres")).toList();
    if (counts.size() > 1 || !counts.stream().allMatch(count -> count.matches("[1-9]\\d{0,7}"))) {
      System.err.println(USAGE);
      System.exit(2);
    }
    run(
        options.contains("--postgres"),
        counts.isEmpty() ? 100_000 : Integer.parseInt(counts.getFirst()));
  }

  private static void run(boolean onPostgres, int count) throws IOException {
    Path folder = Files.createTempDirectory("streamgate-bench");
    Map<String, String> settings =
        new HashMap<>(onPostgres ? TestPostgres.freshSchema() : Map.of());
    // The sessions send no heartbeats, and are to last all the same.
    settings.put("SESSION_TIMEOUT_SECONDS", "3600");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      TicketDeskBench bench = new TicketDeskBench(server);
      List<String> tickets = bench.fill(count);
      bench.seat(tickets);
      bench.settle(onPostgres);
      System.out.printf(
          "%,d tickets of %d events, %d live sessions, on %s; %d processors, load %.2f%n",
          count,
          EVENTS,
          Math.min(SESSIONS, tickets.size()),
          onPostgres ? "PostgreSQL" : "HSQLDB in files",
          Runtime.getRuntime().availableProcessors(),
          MACHINE.getSystemLoadAverage());
      bench.measureAll();
      System.out.printf("load at the end %.2f%n", MACHINE.getSystemLoadAverage());
    }
  }

  private static Map<String, String> requests() {
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put("list, first page", "/api/admin/tokens");
    requests.put("list, page 1000", "/api/admin/tokens?page=1000");
    requests.put("list, unused", "/api/admin/tokens?status=unused");
    requests.put("list, redeemed", "/api/admin/tokens?status=redeemed");
    requests.put("list, expired", "/api/admin/tokens?status=expired");
    requests.put("list, revoked", "/api/admin/tokens?status=revoked");
    requests.put("one event, first page", "/api/admin/events/bench-0/tokens");
    requests.put("one event, page 90", "/api/admin/events/bench-0/tokens?page=90");
    requests.put("one event, redeemed", "/api/admin/events/bench-1/tokens?status=redeemed");
    requests.put("one event, search", "/api/admin/events/bench-0/tokens?search=7K3M");
    requests.put("search, part of codes", "/api/admin/tokens?search=7k-3");
    requests.put("search, part of one label", "/api/admin/tokens?search=BATCH%20117");
    requests.put("search, part of all labels", "/api/admin/tokens?search=batch");
    requests.put("search, found nowhere", "/api/admin/tokens?search=7K3M9QWX2HTWZZ");
    requests.put("dashboard", "/api/admin/dashboard");
    requests.put("events, first page", "/api/admin/events");
    requests.put("event detail", "/api/admin/events/bench-0");
    return requests;
  }

  /// @return the ids of tickets on which somebody may watch
  private List<String> fill(int count) {
    Database database = server.database();
    JdbcEventStore events = new JdbcEventStore(database);
    JdbcTicketStore tickets = new JdbcTicketStore(database);
    List<String> open = new ArrayList<>();
    IntStream.range(0, EVENTS).mapToObj(this::event).forEach(events::insert);
    for (int batch = 0; batch * BATCH < count; batch++) {
      List<Ticket> made = batch(batch, Math.min(BATCH, count - batch * BATCH));
      database.inTransaction(() -> {
        tickets.insertAll(made);
        return made.size();
      });
      made.stream()
          .filter(ticket -> ticket.redeemedAt() != null && ticket.expiresAt().isAfter(now))
          .map(Ticket::id)
          .forEach(open::add);
    }
    return open;
  }

  /// Does at once what the server and PostgreSQL do by themselves within a minute.
  private void settle(boolean onPostgres) {
    new JdbcTicketTallies(server.database()).fold();
    if (onPostgres) {
      server.database().update("settling", handle -> handle.execute("ANALYZE"));
    }
  }

  private void seat(List<String> tickets) {
    JdbcSessionStore sessions = new JdbcSessionStore(server.database());
    Device device = new Device("192.0.2.1", null, null, null);
    tickets.stream()
        .limit(SESSIONS)
        .map(id -> new Session("of-" + id, id, "", 0, SessionKind.VIEWER, device, now, now, null))
        .forEach(sessions::insert);
  }

  /// A quarter of the events is long over, and two take place now.
  private Event event(int number) {
    Duration away =
        switch (number) {
          case 1, 2 -> Duration.ofHours(-1);
          default -> Duration.ofDays(number % 4 == 0 ? -30 : number);
        };
    return Samples.event("bench-" + number, now.plus(away), Duration.ofHours(4));
  }

  /// Of ten tickets three are redeemed and one is revoked.
  private List<Ticket> batch(int number, int size) {
    Event event = event(number % EVENTS);
    Instant createdAt = now.minus(Duration.ofDays(40)).plusSeconds(number);
    return codes.draw(size, CodeStyle.PRINT, drawn -> Set.of()).orElseThrow().stream()
        .map(code -> ticket(code, event, "Batch " + number, createdAt))
        .toList();
  }

  private Ticket ticket(TicketCode code, Event event, String label, Instant createdAt) {
    int kind = Math.floorMod(code.hashCode(), 10);
    boolean redeemed = kind > 0 && kind < 4;
    return new Ticket(
        UUID.randomUUID().toString(),
        code,
        CodeStyle.PRINT,
        new EventId(event.id().value()),
        label,
        kind == 0 ? now : null,
        redeemed ? now : null,
        redeemed ? "192.0.2.1" : null,
        event.ticketsExpireAt(),
        1,
        0,
        AccessLevel.STANDARD,
        null,
        null,
        createdAt);
  }

  /// Twice, so that one can see how much of a difference is the machine's.
  private void measureAll() {
    Map<String, String> requests = requests();
    requests.values().forEach(path -> IntStream.range(0, WARM_UP).forEach(round -> ask(path)));
    System.out.printf("%-30s %10s %10s %10s %10s%n", "", "median", "again", "slowest", "CPU");
    Map<String, Measured> first = new HashMap<>();
    requests.forEach((name, path) -> first.put(name, measure(path)));
    requests.forEach(
        (name, path) -> print(name, first.getOrDefault(name, Measured.NONE), measure(path)));
  }

  private static void print(String name, Measured first, Measured second) {
    System.out.printf(
        "%-30s %7.1f ms %7.1f ms %7.1f ms %7.1f ms%n",
        name,
        first.median() / 1e6,
        second.median() / 1e6,
        Math.max(first.slowest(), second.slowest()) / 1e6,
        (first.cpu() + second.cpu()) / 2e6);
  }

  private Measured measure(String path) {
    long cpu = MACHINE.getProcessCpuTime();
    long[] nanos = IntStream.range(0, ROUNDS).mapToLong(round -> ask(path)).sorted().toArray();
    return new Measured(
        nanos[ROUNDS / 2], nanos[ROUNDS - 1], (MACHINE.getProcessCpuTime() - cpu) / ROUNDS);
  }

  private long ask(String path) {
    long start = System.nanoTime();
    HttpResponse<String> answer = server.get(path, server.tokenOf(StaffRole.MANAGER));
    long nanos = System.nanoTime() - start;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return nanos;
  }

  /// Nanoseconds per answer; `cpu` is what client and server used together.
  private record Measured(long median, long slowest, long cpu) {
    static final Measured NONE = new Measured(0, 0, 0);
  }
}
