package dev.streamgate.server;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hall full of guests behind one address, and somebody who tries codes from the same place. The
/// clock stands still, so that all of it happens within one window.
class HallTest {
  private static final int GUESTS = 200;
  private static final int SIXTH = 6;
  private static final String WRONG = "ZZZZ-ZZZZ-ZZZ0";
  private static final String PROXY = "127.0.0.1,::1";

  @TempDir Path folder;

  private final MutableClock clock = MutableClock.atNoon();
  private RunningServer server;

  @BeforeEach
  void start() {
    server = start("direct", Map.of());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void twoHundredGuestsBehindOneAddressGetIn() throws InterruptedException, ExecutionException {
    List<Callable<Integer>> guests =
        IntStream.range(0, GUESTS)
            .<Callable<Integer>>mapToObj(guest -> () -> validate(code(guest)).statusCode())
            .toList();

    try (var threads = Executors.newFixedThreadPool(20)) {
      for (Future<Integer> answer : threads.invokeAll(guests)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }

    assertThat(audited("RATE_LIMITED")).isZero();
    assertThat(audited("CODE_ACCEPTED")).isEqualTo(GUESTS);
  }

  @Test
  void whoGuessesIsStoppedAndToldNothingAboutARightCode() {
    HttpResponse<String> guest = validate(code(0));
    String device = cookie(guest);

    useUpGuesses();
    HttpResponse<String> refused = validate(WRONG);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    assertThat(validate(code(1)).statusCode()).isEqualTo(429);

    assertThat(validate(code(0), "Cookie", device).statusCode()).isEqualTo(200);
    assertThat(validate(code(1), "Cookie", device).statusCode()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(60));
    assertThat(validate(code(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoLeftComesBackBehindALockedAddress() {
    HttpResponse<String> guest = validate(code(0));
    String device = cookie(guest);
    server.post("/api/playback/release", field(guest, "playbackToken"), Map.of());

    useUpGuesses();

    assertThat(validate(code(1)).statusCode()).isEqualTo(429);
    assertThat(validate(code(1), "Cookie", device).statusCode()).isEqualTo(429);
    assertThat(validate(code(0), "Cookie", device).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyTheLastDeviceOfATicketComesBackBehindALockedAddress() {
    HttpResponse<String> former = validate(code(0));
    server.post("/api/playback/release", field(former, "playbackToken"), Map.of());
    HttpResponse<String> last = validate(code(0));
    server.post("/api/playback/release", field(last, "playbackToken"), Map.of());

    useUpGuesses();

    assertThat(validate(code(0), "Cookie", cookie(former)).statusCode()).isEqualTo(429);
    assertThat(validate(code(0), "Cookie", cookie(last)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasATokenGoesOnBehindALockedAddress() {
    String token = field(validate(code(0)), "playbackToken");

    useUpGuesses();

    assertThat(validate(code(1)).statusCode()).isEqualTo(429);
    for (String call : List.of("heartbeat", "refresh", "release")) {
      assertThat(server.post("/api/playback/" + call, token, Map.of()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void oneLineTellsOfALockedAddressInEachWindow() {

    useUpGuesses();
    IntStream.range(0, 10).forEach(i -> validate(WRONG));
    assertThat(audited("RATE_LIMITED")).isEqualTo(1);

    clock.advance(Duration.ofSeconds(60));
    useUpGuesses();
    IntStream.range(0, 10).forEach(i -> validate(WRONG));
    assertThat(audited("RATE_LIMITED")).isEqualTo(2);
  }

  @Test
  void anAddressThatAStrangerClaimsCountsForNothing() {

    for (int i = 1; i < SIXTH; i++) {
      assertThat(validateFrom("203.0.113." + i, WRONG).statusCode()).isEqualTo(401);
    }

    assertThat(validateFrom("203.0.113.99", WRONG).statusCode()).isEqualTo(429);
  }

  @Test
  void behindATrustedProxyTheLastHopItDoesNotTrustCounts() {
    server.close();
    server = start("proxied", Map.of("TRUSTED_PROXIES", PROXY + ",10.0.0.0/8"));

    for (int i = 1; i < SIXTH; i++) {
      String forged = "198.51.100." + i + ", 203.0.113.7, 10.1.2." + i;
      assertThat(validateFrom(forged, WRONG).statusCode()).isEqualTo(401);
    }

    assertThat(validateFrom("198.51.100.99, 203.0.113.7", code(0)).statusCode()).isEqualTo(429);
    assertThat(validateFrom("203.0.113.7, 203.0.113.8", code(0)).statusCode()).isEqualTo(200);
  }

  private RunningServer start(String name, Map<String, String> settings) {
    RunningServer started = RunningServer.start(folder.resolve(name), settings, clock);
    new JdbcEventStore(started.database()).insert(runningEvent("evt-1"));
    new JdbcTicketStore(started.database())
        .insertAll(
            IntStream.range(0, GUESTS)
                .mapToObj(guest -> unusedTicket("tkt-" + guest, code(guest), "evt-1"))
                .toList());
    return started;
  }

  private void useUpGuesses() {
    for (int i = 1; i < SIXTH; i++) {
      assertThat(validate(WRONG).statusCode()).isEqualTo(401);
    }
  }

  private HttpResponse<String> validate(String code, String... headers) {
    HttpRequest.Builder request =
        server
            .request("/api/tokens/validate", "")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(Map.of("code", code))));
    return server.send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  private HttpResponse<String> validateFrom(String forwardedFor, String code) {
    return validate(code, "X-Forwarded-For", forwardedFor);
  }

  private long audited(String action) {
    return server
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

  private static String code(int guest) {
    return "GUEST%07d".formatted(guest);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("sg_device="))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  private static String field(HttpResponse<String> answer, String name) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8)).path(name).asText();
  }
}
