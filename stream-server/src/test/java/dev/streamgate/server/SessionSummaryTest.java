package dev.streamgate.server;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TicketSample.ticketForDevices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.TicketSample;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.SessionKind;
import dev.streamgate.server.sessions.db.JdbcSessionStore;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What staff are told of a ticket's seats adds up, whoever sits there.
class SessionSummaryTest {
  private static final Duration LIFE = Duration.ofHours(4);

  @TempDir Path folder;

  @Test
  void viewersAndPlayersTakeFromTheSameSeats() {
    MutableClock clock = MutableClock.atNoon();
    try (RunningServer server = RunningServer.start(folder, Map.of(), clock)) {
      new JdbcEventStore(server.database()).insert(runningEvent("evt-1"));
      new JdbcTicketStore(server.database()).insertAll(List.of(ticketForDevices("evt-1", 3)));
      assertThat(summary(server)).isEqualTo("0 of 3, 3 free: []");

      assertThat(validate(server).statusCode()).isEqualTo(200);
      new JdbcSessionStore(server.database()).insert(player());
      assertThat(summary(server)).isEqualTo("2 of 3, 1 free: [viewer, content]");

      assertThat(validate(server).statusCode()).isEqualTo(200);
      assertThat(validate(server).statusCode()).isEqualTo(409);
      assertThat(summary(server)).isEqualTo("3 of 3, 0 free: [viewer, content, viewer]");

      clock.advance(Duration.ofMinutes(2));
      assertThat(summary(server)).isEqualTo("1 of 3, 2 free: [content]");
      clock.advance(LIFE);
      assertThat(summary(server)).isEqualTo("0 of 3, 3 free: []");
    }
  }

  private static HttpResponse<String> validate(RunningServer server) {
    return server.post("/api/tokens/validate", "", Map.of("code", TicketSample.CODE));
  }

  private static String summary(RunningServer server) {
    String path = "/api/admin/tokens/" + TicketSample.ID + "/sessions";
    HttpResponse<String> answer = server.get(path, server.tokenOf(StaffRole.MANAGER));
    JsonNode seats = WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8)).path("data");
    return "%d of %d, %d free: %s"
        .formatted(
            seats.path("count").asInt(),
            seats.path("maxSessions").asInt(),
            seats.path("available").asInt(),
            seats.path("sessions").findValuesAsText("kind"));
  }

  /// Of a partner, in the second seat.
  private static Session player() {
    Device device = new Device("192.0.2.7", null, null, null);
    return new Session(
        "partner-session-0001",
        TicketSample.ID,
        "evt-1",
        1,
        SessionKind.CONTENT,
        device,
        NOON,
        NOON,
        NOON.plus(LIFE));
  }
}
