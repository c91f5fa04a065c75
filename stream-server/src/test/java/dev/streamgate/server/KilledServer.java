package dev.streamgate.server;

import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// A server that is killed again and again, at moments nobody chose, while much is asked of it; and
/// what is found each time it has started again.
final class KilledServer {
  private static final int START_MILLIS = 1500;
  private static final int STOP_MILLIS = 150;
  private static final int ONE_IN = 5;
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  private final Path folder;
  private final Map<String, String> settings = new HashMap<>();
  private final Random random;
  private final int longestRush;
  private final Map<String, Receipts> events = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int kills;

  /// @param folder holds all that the server keeps but PostgreSQL's rows
  /// @param seed decides all moments and sizes
  /// @param longestRush milliseconds after which a server that is at work is killed at the latest
  KilledServer(Path folder, TestDatabase kind, long seed, int longestRush) {
    this.folder = folder;
    this.random = new Random(seed);
    this.longestRush = longestRush;
    if (kind == TestDatabase.POSTGRESQL) {
      settings.putAll(kind.settings());
    }
    settings.put("PLAYBACK_SIGNING_SECRET", RunningServer.SIGNING_SECRET);
    settings.put("INTERNAL_API_KEY", RunningServer.INTERNAL_KEY);
    settings.put("STREAM_ROOT", folder.resolve("streams").toString());
    settings.put("SESSION_TIMEOUT_SECONDS", "3600");
    settings.put("VALIDATE_TOTAL_PER_MINUTE", "1000000");
  }

  /// What all the kills came to.
  ///
  /// @param kills how many there were, those of servers that were starting or stopping included
  /// @param asked how many requests were sent
  /// @param wrong what was lost or half done
  record Outcome(
      int kills,
      int asked,
      int batches,
      int tickets,
      int seats,
      int revocations,
      int bulkRevocations,
      List<String> wrong) {}

  /// Kills a number of times; then all must be there, and fit together.
  ///
  /// @param progress is told how many it were so far
  Outcome kill(int times, IntConsumer progress) throws IOException, InterruptedException {
    while (kills < times) {
      if (random.nextInt(ONE_IN) == 0 && kills < times - 1) {
        ServerProcess.killWhileStarting(folder, settings, random.nextInt(START_MILLIS));
        kills++;
      }
      rush(kills == times - 1);
      kills++;
      progress.accept(kills);
    }
    try (ServerProcess server = ServerProcess.start(folder, settings);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      Set<String> sessions = sessions(staff);
      events.forEach((event, receipts) -> compare(staff, event, receipts, sessions));
      askDoctor();
    }
    wrong.addAll(misfits());
    return outcome();
  }

  /// @param answered whether the server must have answered something before it is killed
  private void rush(boolean answered) throws IOException, InterruptedException {
    Receipts receipts = new Receipts();
    try (ServerProcess server = ServerProcess.start(folder, settings);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      compareLast(staff);
      String event = staff.createEvent();
      Files.writeString(
          Files.createDirectories(folder.resolve("streams").resolve(event)).resolve("stream.m3u8"),
          "#EXTM3U\n");
      events.put(event, receipts);
      try (Rush _ = new Rush(staff, event, receipts, random.nextLong())) {
        if (answered) {
          awaitAnswer(receipts);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(longestRush));
        if (random.nextInt(ONE_IN) == 0) {
          server.killWhileStopping(random.nextInt(STOP_MILLIS));
        } else {
          server.kill();
        }
      }
    }
  }

  private static void awaitAnswer(Receipts receipts) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_ANSWER.toNanos();
    while (receipts.made().isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void compareLast(StaffClient staff) {
    if (!events.isEmpty()) {
      String last = List.copyOf(events.keySet()).getLast();
      compare(staff, last, events.getOrDefault(last, new Receipts()), sessions(staff));
    }
  }

  private void compare(StaffClient staff, String event, Receipts receipts, Set<String> sessions) {
    wrong.addAll(receipts.missingFrom(tickets(staff, event), sessions));
  }

  private static Set<String> sessions(StaffClient staff) {
    return new HashSet<>(staff.get("/api/admin/sessions").findValuesAsText("sessionId"));
  }

  /// Code, title, expiry, label, status; none of ours holds a comma.
  private static List<Receipts.Exported> tickets(StaffClient staff, String event) {
    byte[] csv =
        staff.call("GET", "/api/admin/events/" + event + "/tokens/export", Map.of()).body();
    return new String(csv, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> new Receipts.Exported(cells[0].replace("-", ""), cells[3], cells[4]))
        .toList();
  }

  private void askDoctor() {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("PORT", "0");
    TypedVerb doctor = TypedVerb.run(environment, "doctor");
    if (doctor.status() != 0) {
      wrong.add("doctor: " + doctor.out());
    }
  }

  /// Every transaction writes to several tables.
  private List<String> misfits() {
    List<String> misfits = new ArrayList<>();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("DATA_DIR", folder.resolve("data").toString());
    ServerConfig config = ServerConfig.load(new ConfigSources().environment(environment));
    try (Database database = Database.open(config.database())) {
      FITTING.forEach((what, sql) -> {
        long difference =
            database.query(what, handle -> handle.createQuery(sql).mapTo(Long.class).one());
        if (difference != 0) {
          misfits.add(what + " differ by " + difference);
        }
      });
    }
    return misfits;
  }

  private static final Map<String, String> FITTING =
      Map.of(
          "batches and their audit rows",
          """
          SELECT (SELECT COUNT(*) FROM audit_log WHERE action = 'TOKENS_GENERATED')
              - (SELECT COUNT(*) FROM
                    (SELECT DISTINCT event_id, label FROM tickets) AS batches)
          FROM change_counter
          """,
          "revoked tickets and changes",
          """
          SELECT (SELECT COUNT(*) FROM tickets WHERE is_revoked = TRUE)
              - (SELECT COUNT(*) FROM changes WHERE kind = 'REVOKED')
          FROM change_counter
          """,
          "revoked tickets and audit rows",
          """
          SELECT (SELECT COUNT(*) FROM tickets WHERE is_revoked = TRUE)
              - (SELECT COUNT(*) FROM audit_log WHERE action = 'TOKEN_REVOKED')
          FROM change_counter
          """,
          "seats and audit rows",
          """
          SELECT (SELECT COUNT(*) FROM active_sessions)
              - (SELECT COUNT(*) FROM audit_log WHERE action = 'SESSION_CREATED')
          FROM change_counter
          """,
          "seats and redeemed tickets",
          """
          SELECT (SELECT COUNT(*) FROM active_sessions)
              - (SELECT COUNT(*) FROM tickets WHERE redeemed_at IS NOT NULL)
          FROM change_counter
          """,
          "numbers of changes",
          "SELECT last_seq - (SELECT COALESCE(MAX(seq), 0) FROM changes) FROM change_counter",
          "tickets and tallies",
          """
          SELECT (SELECT COUNT(*) FROM tickets)
              - (SELECT COALESCE(SUM(tickets), 0) FROM ticket_tallies)
          FROM change_counter
          """);

  private Outcome outcome() {
    return new Outcome(
        kills,
        events.values().stream().mapToInt(it -> it.asked().get()).sum(),
        events.values().stream().mapToInt(it -> it.made().size()).sum(),
        events.values().stream()
            .flatMap(it -> it.made().stream().map(label -> it.batches().getOrDefault(label, 0)))
            .mapToInt(Integer::intValue)
            .sum(),
        events.values().stream().mapToInt(it -> it.seats().size()).sum(),
        events.values().stream().mapToInt(it -> it.revoked().size()).sum(),
        events.values().stream().mapToInt(it -> it.revokedAtOnce().size()).sum(),
        List.copyOf(wrong));
  }
}
