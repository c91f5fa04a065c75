package dev.streamgate.server.playback.http;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TicketSample.CODE;
import static dev.streamgate.server.fixtures.TicketSample.ID;
import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.StaffCaller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DoorTest {
  private final ViewerStage stage;

  DoorTest(TestDatabase kind) {
    stage = new ViewerStage(kind, runningEvent("evt-1"), ticketFor("evt-1"));
  }

  @BeforeEach
  void somebodyAtTheDoor() {
    stage.signIn(new StaffCaller("acc-1", "anna", StaffRole.DOOR, false));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aGoodCodeIsOkAndStaysUnused() {
    JsonNode answer = lookup("7k3m-9qwx-2htw");

    assertThat(answer.path("verdict").asText()).isEqualTo("ok");
    assertThat(answer.path("token").path("status").asText()).isEqualTo("unused");
    assertThat(answer.path("event").path("title").asText()).isEqualTo("Title of evt-1");
    assertThat(answer.path("event").path("tokenCount").asInt()).isEqualTo(1);
    assertThat(answer.path("sessions")).isEmpty();
    assertThat(stage.gate.auditTrail()).containsExactly("TOKEN_LOOKED_UP ok");
  }

  @Test
  void aCodeInUseShowsItsSessionWithoutAddresses() {
    stage.validate(CODE);

    JsonNode answer = lookup(CODE);

    assertThat(answer.path("verdict").asText()).isEqualTo("in_use");
    assertThat(answer.path("sessions")).hasSize(1);
    assertThat(answer.path("sessions").path(0).path("clientIp").isNull()).isTrue();
    assertThat(answer.path("token").path("redeemedIp").isNull()).isTrue();
  }

  @Test
  void managersSeeTheAddresses() {
    stage.validate(CODE);
    stage.signIn(new StaffCaller("acc-2", "maria", StaffRole.MANAGER, false));

    JsonNode answer = lookup(CODE);

    assertThat(answer.path("sessions").path(0).path("clientIp").asText()).isEqualTo("127.0.0.1");
    assertThat(answer.path("token").path("redeemedIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void theVerdictFollowsTheAccessRules() {
    stage.gate.clock.advance(Duration.ofDays(3));
    assertThat(verdict()).isEqualTo("expired");

    stage.gate.events.setActive(runningEvent("evt-1").id(), false, NOON);
    assertThat(verdict()).isEqualTo("event_inactive");

    stage.gate.tickets.revoke(List.of(ID), NOON);
    assertThat(verdict()).isEqualTo("revoked");
  }

  @Test
  void anUnknownCodeHasNoTicket() {
    JsonNode answer = lookup("000000000000");

    assertThat(answer.path("verdict").asText()).isEqualTo("unknown");
    assertThat(answer.path("token").isNull()).isTrue();
    assertThat(answer.path("event").isNull()).isTrue();
    assertThat(lookup("no code!").path("verdict").asText()).isEqualTo("unknown");
  }

  private String verdict() {
    return lookup(CODE).path("verdict").asText();
  }

  private JsonNode lookup(String code) {
    HttpResponse<String> answer =
        stage.send(stage.post("admin/tokens/lookup", "{\"code\":\"" + code + "\"}"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8)).path("data");
  }
}
