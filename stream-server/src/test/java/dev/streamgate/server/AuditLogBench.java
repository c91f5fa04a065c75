package dev.streamgate.server;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.foundation.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Measures how long staff wait for the audit log when it is long: a whole server with its database
/// on disk, asked over HTTP by one client.
final class AuditLogBench {
  private static final int BATCH = 5_000;
  private static final int ROUNDS = 11;

  private final RunningServer server;

  private AuditLogBench(RunningServer server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("streamgate-bench");
    try (RunningServer server = RunningServer.start(folder)) {
      AuditLogBench bench = new AuditLogBench(server);
      bench.fill(count);
      System.out.printf("%,d rows, on disk%n", count);
      requests().forEach(bench::measure);
    }
  }

  private static Map<String, String> requests() {
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put("first page", "");
    requests.put("page 200", "?page=200");
    requests.put("a frequent action", "?action=CODE_ACCEPTED");
    requests.put("a rare action", "?action=EVENT_DELETED");
    requests.put("one of twenty events", "?eventId=bench-3");
    requests.put("event and frequent action", "?eventId=bench-3&action=CODE_ACCEPTED");
    requests.put("event and rare action", "?eventId=bench-3&action=EVENT_DELETED");
    requests.put("one ticket", "?tokenId=ticket-77");
    requests.put("one session", "?sessionId=session-77");
    requests.put("a period", "?since=2026-01-03T00:00:00Z&until=2026-01-04T00:00:00Z");
    requests.put(
        "event in a period",
        "?eventId=bench-3&since=2026-01-03T00:00:00Z&until=2026-01-04T00:00:00Z");
    return requests;
  }

  private void fill(int count) {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Database database = server.database();
    for (int first = 0; first < count; first += BATCH) {
      int from = first;
      database.update(
          "filling the audit trail",
          handle -> {
            PreparedBatch batch =
                handle.prepareBatch(
                    """
                    INSERT INTO audit_log (recorded_at, ip, action, actor, event_id, ticket_id,
                        session_id, user_agent)
                    VALUES (:at, '192.0.2.1', :action, 'viewer', :event, :ticket, :session,
                        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0')
                    """);
            for (int row = from; row < Math.min(count, from + BATCH); row++) {
              batch
                  .bind("at", start.plus(Duration.ofSeconds(row)))
                  .bind("action", action(row))
                  .bind("event", "bench-" + row % 20)
                  .bind("ticket", "ticket-" + row % 100_000)
                  .bind("session", "session-" + row % 200_000)
                  .add();
            }
            batch.execute();
          });
    }
  }

  private static String action(int row) {
    return row % 100_000 == 0
        ? "EVENT_UPDATED"
        : row % 2 == 0 ? "SESSION_CREATED" : "CODE_ACCEPTED";
  }

  private void measure(String name, String query) {
    ask(query);
    long[] nanos = LongStream.range(0, ROUNDS).map(round -> ask(query)).sorted().toArray();
    System.out.printf(
        "%-28s %7.1f ms %7.1f ms%n", name, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS - 1] / 1e6);
  }

  private long ask(String query) {
    long start = System.nanoTime();
    int status =
        server.get("/api/admin/audit-log" + query, server.tokenOf(StaffRole.MANAGER)).statusCode();
    if (status != 200) {
      throw new IllegalStateException(query + " answered " + status);
    }
    return System.nanoTime() - start;
  }
}
