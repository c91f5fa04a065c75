package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.insight.ConsoleMessage.Changes;
import dev.streamgate.model.insight.ConsoleMessage.Closing;
import dev.streamgate.model.insight.ConsoleMessage.ClosingReason;
import dev.streamgate.model.insight.ConsoleMessage.Edges;
import dev.streamgate.model.insight.ConsoleMessage.EventChange;
import dev.streamgate.model.insight.ConsoleMessage.EventHappening;
import dev.streamgate.model.insight.ConsoleMessage.EventViewers;
import dev.streamgate.model.insight.ConsoleMessage.Events;
import dev.streamgate.model.insight.ConsoleMessage.Locked;
import dev.streamgate.model.insight.ConsoleMessage.Opening;
import dev.streamgate.model.insight.ConsoleMessage.TicketChange;
import dev.streamgate.model.insight.ConsoleMessage.TicketHappening;
import dev.streamgate.model.insight.ConsoleMessage.Tickets;
import dev.streamgate.model.insight.ConsoleMessage.Viewers;
import dev.streamgate.model.insight.ConsoleMessage.Warnings;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What consoles are told by a whole server while things happen to it.
@OnEveryDatabase
@Timeout(120)
class ConsoleStreamTest {
  private static final String START = "2020-01-01T00:00:00Z";
  private static final String END = "2040-01-01T00:00:00Z";

  private final TestDatabase kind;
  private RunningServer server;
  private String manager = "";
  private String event = "";
  private String code = "";
  private String first = "";
  private String second = "";

  ConsoleStreamTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder, kind.settings());
    manager = server.tokenOf(StaffRole.MANAGER);
    event =
        create("/api/admin/events", Map.of("title", "Gala", "startsAt", START, "endsAt", END))
            .at("/data/id")
            .asText();
    JsonNode tickets =
        create("/api/admin/events/" + event + "/tokens/generate", Map.of("count", 2)).path("data");
    code = tickets.at("/0/code").asText();
    first = tickets.at("/0/id").asText();
    second = tickets.at("/1/id").asText();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aStreamBeginsWithHowThingsStand() {
    validate(code);
    try (TestConsole console = console(StaffRole.MANAGER)) {
      List<TestConsole.Told> beginning =
          IntStream.range(0, 6).mapToObj(_ -> console.next()).toList();

      assertThat(beginning)
          .extracting(TestConsole.Told::event)
          .containsExactly("opening", "viewers", "edges", "changes", "locked", "warnings");
      assertThat(beginning)
          .extracting(TestConsole.Told::id)
          .containsExactly("1", "2", "3", "4", "5", "6");
      Opening opening = (Opening) beginning.get(0).message();
      assertThat(opening.role()).isEqualTo(StaffRole.MANAGER);
      assertThat(opening.kinds()).contains("viewers", "tickets", "closing");
      Viewers viewers = (Viewers) beginning.get(1).message();
      assertThat(viewers.whole()).isTrue();
      assertThat(viewers.total()).isEqualTo(1);
      assertThat(viewers.events()).containsExactly(new EventViewers(event, 1));
      assertThat(viewers.started()).hasSize(1);
      assertThat(viewers.started().getFirst().tokenCode()).isEqualTo(code);
      assertThat(((Edges) beginning.get(2).message()).edges()).hasSize(1);
    }
  }

  @Test
  void theHeadersKeepProxiesFromHoldingMessagesBack() {
    try (TestConsole console = console(StaffRole.MANAGER)) {
      var headers = console.response().headers();

      assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
      assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void whoComesAndGoesIsTold() {
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      JsonNode admission = validate(code);

      Viewers came = console.next(Viewers.class, it -> !it.started().isEmpty());
      assertThat(came.whole()).isFalse();
      assertThat(came.total()).isEqualTo(1);
      String session = came.started().getFirst().sessionId();
      assertThat(session).isEqualTo(admission.path("sessionId").asText());
      String token = admission.path("playbackToken").asText();
      server.post("/api/playback/heartbeat", token, Map.of());
      Viewers heard = console.next(Viewers.class, it -> !it.heard().isEmpty());
      assertThat(heard.heard().getFirst().sessionId()).isEqualTo(session);
      server.post("/api/playback/release", token, Map.of());
      Viewers left = console.next(Viewers.class, it -> !it.ended().isEmpty());
      assertThat(left.ended()).containsExactly(session);
      assertThat(left.total()).isZero();
    }
  }

  @Test
  void whatHappensToTicketsIsHintedAt() {
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      validate(code);
      assertThat(console.next(Tickets.class).tickets())
          .containsExactly(new TicketChange(first, TicketHappening.REDEEMED));
      server.patch("/api/admin/tokens/" + second + "/revoke", manager);
      assertThat(console.next(Tickets.class).tickets())
          .containsExactly(new TicketChange(second, TicketHappening.REVOKED));
      server.patch("/api/admin/tokens/" + second + "/unrevoke", manager);
      assertThat(console.next(Tickets.class).tickets())
          .containsExactly(new TicketChange(second, TicketHappening.REINSTATED));
      server.post("/api/admin/events/" + event + "/tokens/generate", manager, Map.of("count", 3));
      assertThat(console.next(Tickets.class).events()).containsExactly(event);
    }
  }

  @Test
  void manyTicketsAtOnceAreToldAsTheirEvent() {
    HttpResponse<String> made =
        server.post(
            "/api/admin/events/" + event + "/tokens/generate", manager, Map.of("count", 150));
    List<String> ids = tree(made).path("data").findValuesAsText("id");
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      server.post("/api/admin/tokens/bulk-revoke", manager, Map.of("tokenIds", ids));

      Changes last = console.next(Changes.class);
      assertThat(last.changes().getLast().seq()).isEqualTo(150);
      Tickets told = console.next(Tickets.class);
      assertThat(told.events()).containsExactly(event);
      assertThat(told.tickets()).isEmpty();
    }
  }

  @Test
  void whatHappensToEventsIsHintedAt() {
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      server.patch("/api/admin/events/" + event + "/archive", manager);
      assertThat(console.next(Events.class).events())
          .containsExactly(new EventChange(event, EventHappening.ARCHIVED));
      server.patch("/api/admin/events/" + event + "/deactivate", manager);
      assertThat(console.next(Events.class).events())
          .containsExactly(new EventChange(event, EventHappening.DEACTIVATED));
    }
  }

  @Test
  void aChangeIsFollowedUntilEveryEdgeHasConfirmedIt() {
    acknowledge(0);
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      HttpResponse<String> revoked =
          server.patch("/api/admin/tokens/" + second + "/revoke", manager);
      long seq = tree(revoked).at("/data/change/seq").asLong();

      Changes first = console.next(Changes.class, it -> !it.changes().isEmpty());
      assertThat(first.changes()).hasSize(1);
      assertThat(first.changes().getFirst().seq()).isEqualTo(seq);
      assertThat(first.changes().getFirst().confirmed()).isFalse();
      acknowledge(seq);
      Changes second = console.next(Changes.class);
      assertThat(second.changes().getFirst().seq()).isEqualTo(seq);
      assertThat(second.changes().getFirst().confirmed()).isTrue();
      assertThat(second.changes().getFirst().confirmedAfterMs()).isNotNull();
    }
  }

  @Test
  void anEdgeThatComesIsTold() {
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      acknowledge(0);

      Edges edges = console.next(Edges.class, it -> it.edges().size() == 2);
      assertThat(edges.edges()).extracting("id").contains("edge-eu");
    }
  }

  @Test
  void anAddressThatGuessesIsTold() {
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      for (int i = 0; i < 6; i++) {
        server.post("/api/tokens/validate", "", Map.of("code", "WRONGcode" + i));
      }

      Locked locked = console.next(Locked.class, it -> !it.addresses().isEmpty());
      assertThat(locked.addresses()).hasSize(1);
    }
  }

  @Test
  void aProxyThatTheConfigurationForgotIsTold() {
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      server.send(
          server
              .request("/api/admin/login", "")
              .header("X-Forwarded-For", "192.0.2.1")
              .POST(BodyPublishers.ofString("{}"))
              .build());

      Warnings warnings = console.next(Warnings.class, it -> !it.warnings().isEmpty());
      assertThat(warnings.warnings().getFirst().code()).isEqualTo("untrusted_proxy");
    }
  }

  @Test
  void theDoorIsToldOfTicketsAndNothingElse() {
    try (TestConsole door = opened(StaffRole.DOOR)) {
      validate(code);
      assertThat(door.next(Tickets.class).tickets()).hasSize(1);
      server.patch("/api/admin/events/" + event + "/archive", manager);

      assertThat(door.within(Duration.ofSeconds(3))).isEmpty();
    }
  }

  @Test
  void whoSignsOutIsToldNothingMore() {
    try (TestConsole console = opened(StaffRole.DOOR)) {
      server.post("/api/admin/logout", server.tokenOf(StaffRole.DOOR), Map.of());

      assertThat(console.next(Closing.class).reason()).isEqualTo(ClosingReason.SIGNED_OUT);
      assertThat(console.next().event()).isEqualTo(TestConsole.Told.END);
    }
  }

  @Test
  void aServerThatStopsSaysSo(@TempDir Path folder) {
    RunningServer other = RunningServer.start(folder, kind.settings());
    try (TestConsole console = new TestConsole(other, other.tokenOf(StaffRole.OWNER))) {
      console.next(Opening.class);
      other.close();

      assertThat(console.next(Closing.class).reason()).isEqualTo(ClosingReason.STOPPING);
      assertThat(console.next().event()).isEqualTo(TestConsole.Told.END);
    }
  }

  @Test
  void whoComesBackBeginsAgain() {
    try (TestConsole console =
        new TestConsole(server, server.tokenOf(StaffRole.MANAGER), "Last-Event-ID", "17")) {
      TestConsole.Told first = console.next();

      assertThat(first.event()).isEqualTo("opening");
      assertThat(first.id()).isEqualTo("1");
    }
  }

  @Test
  void withoutConsolesNobodyLooks() throws InterruptedException {
    assumeTrue(kind == TestDatabase.HSQLDB, "half a minute, and no matter of the database");
    long alone = statementsOfSeconds(3);
    try (TestConsole console = opened(StaffRole.MANAGER)) {
      assertThat(console.response().statusCode()).isEqualTo(200);
      assertThat(statementsOfSeconds(3)).isGreaterThan(alone + 10);
    }
    // That it has left is seen when it is next written to, so there is something to write.
    long now = Long.MAX_VALUE;
    for (int tries = 0; tries < 10 && now > alone + 10; tries++) {
      server.patch("/api/admin/events/" + event + "/archive", manager);
      Thread.sleep(Duration.ofMillis(1200));
      server.patch("/api/admin/events/" + event + "/unarchive", manager);
      Thread.sleep(Duration.ofMillis(1200));
      now = statementsOfSeconds(3);
    }

    assertThat(now).isLessThanOrEqualTo(alone + 10);
  }

  private long statementsOfSeconds(int seconds) throws InterruptedException {
    long before = server.database().statements();
    Thread.sleep(Duration.ofSeconds(seconds));
    return server.database().statements() - before;
  }

  private JsonNode create(String path, Map<String, ?> body) {
    return tree(server.post(path, manager, body));
  }

  private TestConsole console(StaffRole role) {
    return new TestConsole(server, server.tokenOf(role));
  }

  /// A console that has been told how things stand.
  private TestConsole opened(StaffRole role) {
    TestConsole console = console(role);
    if (role == StaffRole.DOOR) {
      console.next(Opening.class);
    } else {
      console.next(Warnings.class);
    }
    return console;
  }

  private JsonNode validate(String code) {
    return tree(server.post("/api/tokens/validate", "", Map.of("code", code)));
  }

  private void acknowledge(long cursor) {
    server.send(
        server
            .request("/api/revocations/ack", "")
            .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY)
            .POST(
                BodyPublishers.ofByteArray(
                    WireJson.bytes(Map.of("edgeId", "edge-eu", "cursor", cursor))))
            .build());
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
