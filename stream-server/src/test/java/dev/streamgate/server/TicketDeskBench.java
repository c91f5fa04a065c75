package dev.streamgate.server;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.Samples;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.tickets.CodeGenerator;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Measures what staff wait for when there are many tickets: a whole server with its database on
/// disk, asked over HTTP by one client. Run by `bench/run tickets [count]`.
final class TicketDeskBench {
  private static final int EVENTS = 20;
  private static final int BATCH = 500;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 15;

  private final RunningServer server;
  private final CodeGenerator codes = new CodeGenerator(new SecureRandom());
  private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);

  private TicketDeskBench(RunningServer server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Path folder = Files.createTempDirectory("streamgate-bench");
    try (RunningServer server = RunningServer.start(folder)) {
      TicketDeskBench bench = new TicketDeskBench(server);
      bench.fill(count);
      System.out.printf("%,d tickets of %d events, on disk%n", count, EVENTS);
      System.out.printf("%-34s %10s %10s%n", "", "median", "slowest");
      requests().forEach(bench::measure);
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
    requests.put("one event, search", "/api/admin/events/bench-0/tokens?search=7K3M");
    requests.put("search, part of codes", "/api/admin/tokens?search=7K3");
    requests.put("search, part of many labels", "/api/admin/tokens?search=batch");
    requests.put("search, found nowhere", "/api/admin/tokens?search=7K3M9QWX2HTWZZ");
    requests.put("dashboard", "/api/admin/dashboard");
    requests.put("events, first page", "/api/admin/events");
    requests.put("event detail", "/api/admin/events/bench-0");
    return requests;
  }

  private void fill(int count) {
    Database database = server.database();
    JdbcEventStore events = new JdbcEventStore(database);
    JdbcTicketStore tickets = new JdbcTicketStore(database);
    IntStream.range(0, EVENTS).mapToObj(this::event).forEach(events::insert);
    for (int batch = 0; batch * BATCH < count; batch++) {
      List<Ticket> made = batch(batch, Math.min(BATCH, count - batch * BATCH));
      database.inTransaction(() -> {
        tickets.insertAll(made);
        return made.size();
      });
    }
  }

  /// A quarter of the events is long over.
  private Event event(int number) {
    Instant start = now.plus(Duration.ofDays(number % 4 == 0 ? -30 : number));
    return Samples.event("bench-" + number, start, Duration.ofHours(4));
  }

  /// Of ten tickets three are redeemed and one is revoked.
  private List<Ticket> batch(int number, int size) {
    Event event = event(number % EVENTS);
    Instant createdAt = now.minus(Duration.ofDays(40)).plusSeconds(number);
    return codes.draw(size, CodeStyle.PRINT, drawn -> Set.of()).orElseThrow().stream()
        .map(code -> {
          int kind = Math.floorMod(code.hashCode(), 10);
          return new Ticket(
              UUID.randomUUID().toString(),
              code,
              CodeStyle.PRINT,
              new EventId(event.id().value()),
              "Batch " + number,
              kind == 0 ? now : null,
              kind > 0 && kind < 4 ? now : null,
              kind > 0 && kind < 4 ? "192.0.2.1" : null,
              event.ticketsExpireAt(),
              1,
              0,
              AccessLevel.STANDARD,
              null,
              null,
              createdAt);
        })
        .toList();
  }

  private void measure(String name, String path) {
    for (int i = 0; i < WARM_UP; i++) {
      ask(path);
    }
    long[] nanos = IntStream.range(0, ROUNDS).mapToLong(round -> ask(path)).sorted().toArray();
    System.out.printf(
        "%-34s %7.1f ms %7.1f ms%n",
        name, nanos[ROUNDS / 2] / 1e6, Arrays.stream(nanos).max().orElse(0) / 1e6);
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
}
