package dev.streamgate.server;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.insight.ConsoleMessage.Changes;
import dev.streamgate.model.insight.ConsoleMessage.Viewers;
import dev.streamgate.model.insight.ConsoleMessage.Warnings;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.TestPostgres;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two whole servers on one PostgreSQL, asked as if a load balancer stood before them (Spec,
/// product §3.3).
class TwoServersTest {
  private static final int ROUNDS = 5;
  private static final int CALLS = 50;

  @TempDir Path folder;

  private final MutableClock clock = MutableClock.atNoon();
  private Map<String, String> settings = Map.of();
  private RunningServer one;
  private RunningServer other;

  @BeforeEach
  void start() throws IOException {
    settings = TestPostgres.freshSchema();
    one = RunningServer.start(folder.resolve("one"), settings, clock);
    other = RunningServer.start(folder.resolve("other"), settings, clock);
    new JdbcEventStore(one.database()).insert(runningEvent("evt-1"));
    new JdbcTicketStore(one.database())
        .insertAll(
            IntStream.range(0, ROUNDS)
                .mapToObj(i -> unusedTicket("tkt-" + i, code(i), "evt-1"))
                .toList());
    Path stream = Files.createDirectories(folder.resolve("other/streams/evt-1"));
    Files.writeString(stream.resolve("a.ts"), "video");
  }

  @AfterEach
  void stop() {
    try {
      one.close();
    } finally {
      other.close();
    }
  }

  @Test
  void ofManyDevicesAtBothAtOnceExactlyOneGetsTheSeat()
      throws InterruptedException, ExecutionException {
    for (int round = 0; round < ROUNDS; round++) {
      String code = code(round);
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        RunningServer server = i % 2 == 0 ? one : other;
        calls.add(() -> validate(server, code).statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(CALLS)) {
        for (Future<Integer> answer : threads.invokeAll(calls)) {
          answers.add(answer.get());
        }
      }
      assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }
    assertThat(audited("SESSION_CREATED")).isEqualTo(ROUNDS);
  }

  @Test
  void whatOneRevokesTheMediaSideOfTheOtherRefuses() {
    String token = token(validate(one, code(0)));
    assertThat(video(token)).isEqualTo(200);

    String manager = one.tokenOf(StaffRole.MANAGER);
    assertThat(one.patch("/api/admin/tokens/tkt-0/revoke", manager).statusCode()).isEqualTo(200);

    await(() -> video(token) == 403);
    assertThat(beat(other, token)).isEqualTo(401);
    assertThat(one.patch("/api/admin/tokens/tkt-0/unrevoke", manager).statusCode()).isEqualTo(200);
    await(() -> video(token) == 200);
  }

  @Test
  void aConsoleAtOneIsToldWhatHappensAtTheOther() {
    try (TestConsole console = new TestConsole(one, one.tokenOf(StaffRole.MANAGER))) {
      console.next(Warnings.class);

      token(validate(other, code(0)));

      assertThat(console.next(Viewers.class, it -> !it.started().isEmpty()).total()).isEqualTo(1);
      String manager = one.tokenOf(StaffRole.MANAGER);
      assertThat(other.patch("/api/admin/tokens/tkt-1/revoke", manager).statusCode())
          .isEqualTo(200);
      console.next(
          Changes.class, it -> it.changes().stream().anyMatch(ChangeConfirmation::confirmed));
    }
  }

  @Test
  void whoLeavesAtOneFreesTheSeatAtTheOther() {
    String token = token(validate(one, code(0)));
    assertThat(validate(other, code(0)).statusCode()).isEqualTo(409);

    assertThat(one.post("/api/playback/release", token, Map.of()).statusCode()).isEqualTo(200);

    assertThat(validate(other, code(0)).statusCode()).isEqualTo(200);
    await(() -> video(token) == 403);
  }

  @Test
  void heartbeatsToOneAndTheOtherKeepASession() {
    String token = token(validate(one, code(0)));

    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.ofSeconds(30));
      assertThat(beat(i % 2 == 0 ? one : other, token)).isEqualTo(200);
    }

    assertThat(validate(other, code(0)).statusCode()).isEqualTo(409);
    assertThat(audited("SESSION_TIMED_OUT")).isZero();
  }

  @Test
  void aLateHeartbeatAtOneIsKnownAtTheOtherAtOnce() {
    String token = token(validate(one, code(0)));
    clock.advance(Duration.ofSeconds(59));
    assertThat(beat(one, token)).isEqualTo(200);

    clock.advance(Duration.ofSeconds(2));

    assertThat(validate(other, code(0)).statusCode()).isEqualTo(409);
    assertThat(beat(one, token)).isEqualTo(200);
  }

  @Test
  void takeoversAreCountedAcrossBoth() {
    String code = ticketWithOneTakeover();

    assertThat(validate(one, code).statusCode()).isEqualTo(200);
    assertThat(tree(validate(other, code)).path("takeoverAvailable").asBoolean()).isTrue();
    assertThat(takeOver(other, code).statusCode()).isEqualTo(200);

    HttpResponse<String> second = takeOver(one, code);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(tree(second).has("takeoverAvailable")).isFalse();
  }

  @Test
  void sessionsOfAServerThatIsGoneAreEndedOnceByThoseThatAreLeft() throws InterruptedException {
    String token;
    try (RunningServer gone = RunningServer.start(folder.resolve("gone"), settings, clock)) {
      token = token(validate(gone, code(0)));
    }
    clock.advance(Duration.ofSeconds(61));

    await(() -> audited("SESSION_TIMED_OUT") > 0);
    TimeUnit.SECONDS.sleep(6); // both have swept by then
    assertThat(audited("SESSION_TIMED_OUT")).isEqualTo(1);
    assertThat(video(token)).isEqualTo(403);
    assertThat(validate(other, code(0)).statusCode()).isEqualTo(200);
  }

  /// @return its code
  private String ticketWithOneTakeover() {
    new JdbcEventStore(one.database()).insert(runningEvent("evt-2"));
    one.database()
        .update(
            "allowing one takeover",
            handle ->
                handle.execute(
                    "UPDATE events SET takeover = 'COUNTED', max_takeovers = 1 WHERE id = 'evt-2'"));
    new JdbcTicketStore(one.database())
        .insertAll(List.of(unusedTicket("tkt-9", "TAKEOVER0001", "evt-2")));
    return "TAKEOVER0001";
  }

  private HttpResponse<String> validate(RunningServer server, String code) {
    return server.post("/api/tokens/validate", "", Map.of("code", code));
  }

  private HttpResponse<String> takeOver(RunningServer server, String code) {
    return server.post("/api/tokens/validate", "", Map.of("code", code, "takeover", true));
  }

  private static int beat(RunningServer server, String token) {
    return server.post("/api/playback/heartbeat", token, Map.of()).statusCode();
  }

  private int video(String token) {
    return other.get("/streams/evt-1/a.ts", token).statusCode();
  }

  private long audited(String action) {
    return other
        .database()
        .query(
            "counting audit rows",
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM audit_log WHERE action = :action")
                    .bind("action", action)
                    .mapTo(Long.class)
                    .one());
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static String code(int number) {
    return "7K3M9QWX2H%02d".formatted(number);
  }

  private static String token(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return tree(answer).path("playbackToken").asText();
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
