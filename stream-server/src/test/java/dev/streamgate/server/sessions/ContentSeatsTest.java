package dev.streamgate.server.sessions;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static dev.streamgate.server.fixtures.TestGate.VIEWER;
import static dev.streamgate.server.fixtures.TicketSample.ticketForDevices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.fixtures.TestGate;
import dev.streamgate.server.fixtures.TicketSample;
import dev.streamgate.server.sessions.ContentSeating.Full;
import dev.streamgate.server.sessions.ContentSeating.IdUsed;
import dev.streamgate.server.sessions.ContentSeating.Seated;
import dev.streamgate.server.sessions.ContentSeating.TicketGone;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Partners' players on the seats of tickets.
@OnEveryDatabase
class ContentSeatsTest {
  private static final Requester PARTNER = new Requester("partner", "192.0.2.7", null);
  private static final Duration LIFE = Duration.ofHours(4);

  private final TestGate gate;

  ContentSeatsTest(TestDatabase kind) {
    gate = new TestGate(kind).with(runningEvent("evt-1"), ticketForDevices("evt-1", 2));
  }

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void aPlayerKeepsItsSeatWithoutHeartbeatsUntilItsTokenExpires() {
    Session session = seated(take(2));
    gate.clock.advance(LIFE.minusMillis(1));
    assertThat(gate.sweeper.sweep()).isZero();
    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactly(session);

    gate.clock.advance(Duration.ofMillis(1));

    assertThat(gate.attendance.liveOf(TicketSample.ID)).isEmpty();
    assertThat(gate.sweeper.sweep()).isEqualTo(1);
    assertThat(gate.denials.isSessionEnded(session.id())).isTrue();
    assertThat(gate.log.endOf(session.id())).contains(SessionEndReason.TIMED_OUT);
    assertThat(gate.auditTrail()).containsExactly("SESSION_CREATED", "SESSION_TIMED_OUT timed_out");
  }

  @Test
  void theCallerSaysHowManySessionsThereMayBe() {
    for (int i = 0; i < 5; i++) {
      seated(take(5));
    }

    assertThat(take(5)).isEqualTo(new Full(5, 5));
    assertThat(take(2)).isEqualTo(new Full(5, 2));
  }

  @Test
  void viewersAndPlayersShareTheSeats() {
    Session player = seated(take(2));
    assertThat(view("phone")).isInstanceOf(Seating.Seated.class);

    assertThat(view("laptop")).isEqualTo(new Seating.InUse(false));
    assertThat(take(2)).isEqualTo(new Full(2, 2));

    assertThat(gate.contentSeats.revoke(player.id(), PARTNER)).hasValue(1);
    assertThat(view("laptop")).isInstanceOf(Seating.Seated.class);
  }

  @Test
  void aSilentViewerGivesItsSeatToAPlayer() {
    view("phone");
    gate.clock.advance(TestGate.TIMEOUT.plusMillis(1));

    assertThat(take(1)).isInstanceOf(Seated.class);
    assertThat(gate.auditTrail())
        .containsExactly("SESSION_CREATED", "SESSION_CREATED", "SESSION_TIMED_OUT timed_out");
  }

  @Test
  void aViewerWithTheSameDeviceKeyReplacesAPlayer() {
    Device device = new Device("192.0.2.1", null, null, "phone");
    Session player = seated(gate.contentSeats.take(request(1, device, newId()), PARTNER));

    assertThat(view("phone")).isInstanceOf(Seating.Seated.class);

    assertThat(gate.log.endOf(player.id())).contains(SessionEndReason.REPLACED);
    assertThat(gate.attendance.liveOf(TicketSample.ID))
        .extracting(Session::kind)
        .containsExactly(SessionKind.VIEWER);
  }

  @Test
  void aPlayerWithTheSameDeviceKeyReplacesAViewer() {
    view("phone");
    Device device = new Device("192.0.2.1", null, null, "phone");

    seated(gate.contentSeats.take(request(1, device, newId()), PARTNER));

    assertThat(gate.auditTrail()).contains("SESSION_REPLACED replaced");
    assertThat(gate.attendance.liveOf(TicketSample.ID))
        .extracting(Session::kind)
        .containsExactly(SessionKind.CONTENT);
  }

  @Test
  void aRevokedPlayerIsToldToTheMediaSideOnce() {
    Session player = seated(take(2));

    assertThat(gate.contentSeats.revoke(player.id(), PARTNER)).hasValue(1);
    assertThat(gate.contentSeats.revoke(player.id(), PARTNER)).isEmpty();

    assertThat(gate.denials.isSessionEnded(player.id())).isTrue();
    assertThat(gate.auditTrail())
        .containsExactly("SESSION_CREATED", "CONTENT_SESSION_REVOKED revoked");
  }

  @Test
  void aPlayerGoesOnInItsSession() {
    Session before = seated(take(1));
    gate.clock.advance(LIFE.dividedBy(2));

    Session after = seated(take(1, before.id()));

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.expiresAt()).isEqualTo(gate.now().plus(LIFE));
    assertThat(gate.sessions.find(before.id())).contains(after);
    gate.clock.advance(LIFE.minusMillis(1));
    assertThat(gate.sweeper.sweep()).isZero();
  }

  @Test
  void aShorterTokenDoesNotShortenTheSession() {
    Session before = seated(take(1));
    ContentSeatRequest shorter =
        new ContentSeatRequest(
            TicketSample.ID, "evt-1", 1, device(), gate.now().plusSeconds(60), before.id());

    Session after = seated(gate.contentSeats.take(shorter, PARTNER));

    assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
    assertThat(gate.sessions.find(before.id()).orElseThrow().expiresAt())
        .isEqualTo(before.expiresAt());
  }

  @Test
  void aViewersSessionStaysOne() {
    view("phone");
    Session viewer = gate.attendance.liveOf(TicketSample.ID).getFirst();

    assertThat(take(1, viewer.id())).isEqualTo(new Seated(viewer));
    assertThat(gate.sessions.find(viewer.id())).contains(viewer);
  }

  @Test
  void aNewIdIsAdoptedAndAUsedOneRefused() {
    gate.tickets.insertAll(List.of(unusedTicket("tkt-9", "0123456789AB", "evt-1")));
    assertThat(seated(take(5, "partner-session-0001")).id()).isEqualTo("partner-session-0001");
    gate.contentSeats.revoke("partner-session-0001", PARTNER);
    assertThat(take(5, "partner-session-0001")).isEqualTo(new IdUsed());

    seated(take(5, "partner-session-0002"));
    ContentSeatRequest ofAnotherTicket =
        new ContentSeatRequest(
            "tkt-9", "evt-1", 5, device(), gate.now().plus(LIFE), "partner-session-0002");
    assertThat(gate.contentSeats.take(ofAnotherTicket, PARTNER)).isEqualTo(new IdUsed());
  }

  @Test
  void aSeatIsNotGivenOnADeletedTicket() {
    ContentSeatRequest request =
        new ContentSeatRequest("tkt-gone", "evt-1", 5, device(), gate.now().plus(LIFE), newId());

    assertThat(gate.contentSeats.take(request, PARTNER)).isEqualTo(new TicketGone());
  }

  @Test
  void ofManyPlayersAtOnceExactlyAsManyAsThereMayBeGetASeat()
      throws InterruptedException, ExecutionException {
    Callable<ContentSeating> wish = () -> take(3);
    int seated = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<ContentSeating> answer : threads.invokeAll(Collections.nCopies(20, wish))) {
        seated += answer.get() instanceof Seated ? 1 : 0;
      }
    }

    assertThat(seated).isEqualTo(3);
    assertThat(gate.sessions.ofTicket(TicketSample.ID)).hasSize(3);
  }

  private ContentSeating take(int maxSessions) {
    return gate.contentSeats.take(request(maxSessions, device(), newId()), PARTNER);
  }

  private ContentSeating take(int maxSessions, String sessionId) {
    return gate.contentSeats.take(request(maxSessions, device(), sessionId), PARTNER);
  }

  private ContentSeatRequest request(int maxSessions, Device device, String sessionId) {
    return new ContentSeatRequest(
        TicketSample.ID, "evt-1", maxSessions, device, gate.now().plus(LIFE), sessionId);
  }

  private Seating view(String deviceKey) {
    Device device = new Device("192.0.2.1", null, null, deviceKey);
    SeatRequest request = new SeatRequest(TicketSample.ID, "evt-1", 2, 0, false, device);
    return gate.seats.take(request, VIEWER, session -> {});
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static Device device() {
    return new Device("192.0.2.7", "Partner", null, null);
  }

  private static Session seated(ContentSeating seating) {
    assertThat(seating).isInstanceOf(Seated.class);
    return ((Seated) seating).session();
  }
}
