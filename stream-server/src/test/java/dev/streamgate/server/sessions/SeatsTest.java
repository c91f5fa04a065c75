package dev.streamgate.server.sessions;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static dev.streamgate.server.fixtures.TestGate.VIEWER;
import static dev.streamgate.server.fixtures.TicketSample.ticketForDevices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.fixtures.TestGate;
import dev.streamgate.server.fixtures.TicketSample;
import dev.streamgate.server.sessions.Seating.InUse;
import dev.streamgate.server.sessions.Seating.Seated;
import dev.streamgate.server.sessions.Seating.TicketGone;
import dev.streamgate.server.sessions.Standing.Alive;
import dev.streamgate.server.sessions.Standing.Displaced;
import dev.streamgate.server.sessions.Standing.Lost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SeatsTest {
  private static final Duration ALMOST_TIMED_OUT = TestGate.TIMEOUT;
  private static final Duration TIMED_OUT = TestGate.TIMEOUT.plusMillis(1);

  private final TestGate gate;

  SeatsTest(TestDatabase kind) {
    gate = new TestGate(kind).with(runningEvent("evt-1"), ticketForDevices("evt-1", 2));
  }

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void asManyDevicesAsTheTicketAllowsGetASeat() {
    Session first = seated(take("phone", 2));
    Session second = seated(take("laptop", 2));

    assertThat(take("tablet", 2)).isEqualTo(new InUse(false));
    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactly(first, second);
    assertThat(first.slot()).isNotEqualTo(second.slot());
  }

  @Test
  void anEndedSessionFreesItsSeatAndOnlyIts() {
    Session phone = seated(take("phone", 2));
    Session laptop = seated(take("laptop", 2));

    gate.seats.release(phone.id(), VIEWER);

    Session tablet = seated(take("tablet", 2));
    assertThat(tablet.slot()).isEqualTo(phone.slot());
    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactlyInAnyOrder(laptop, tablet);
  }

  @Test
  void ofManyDevicesAtOnceExactlyOneGetsTheSeat() throws InterruptedException, ExecutionException {
    Callable<Seating> wish = () -> take("device " + Thread.currentThread().threadId(), 1);
    int seated = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Seating> answer : threads.invokeAll(Collections.nCopies(50, wish))) {
        seated += answer.get() instanceof Seated ? 1 : 0;
      }
    }

    assertThat(seated).isEqualTo(1);
    assertThat(gate.sessions.ofTicket(TicketSample.ID)).hasSize(1);
  }

  @Test
  void seatsOfManyTicketsMayChangeHandsAtOnce() throws InterruptedException, ExecutionException {
    for (int i = 10; i < 20; i++) {
      gate.tickets.insertAll(List.of(unusedTicket("many-" + i, "MANY" + i, "evt-1")));
    }
    List<Callable<Boolean>> wishes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String ticketId = "many-" + (10 + i % 10);
      wishes.add(() -> moveInAndBeat(ticketId));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : threads.invokeAll(wishes)) {
        assertThat(answer.get()).isTrue();
      }
    }

    assertThat(gate.log.after(0)).hasSize(190);
    assertThat(gate.attendance.liveAt("evt-1")).hasSize(10);
  }

  @Test
  void theSameBrowserReplacesItsOwnSession() {
    Session before = seated(take("phone", 1));

    Session after = seated(take("phone", 1));

    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactly(after);
    assertThat(standing(before, 1)).isEqualTo(new Displaced());
    assertThat(gate.denials.isSessionEnded(before.id())).isTrue();
    assertThat(gate.auditTrail())
        .containsExactly("SESSION_CREATED", "SESSION_CREATED", "SESSION_REPLACED replaced");
  }

  @Test
  void withoutADeviceKeyNobodyIsTheSameBrowser() {
    seated(gate.seats.take(request(null, 1, 0, false), VIEWER, session -> {}));

    assertThat(gate.seats.take(request(null, 1, 0, false), VIEWER, session -> {}))
        .isEqualTo(new InUse(false));
  }

  @Test
  void aTakenTicketLeavesTheOwnSessionAlone() {
    Session own = seated(take("phone", 2));
    seated(take("laptop", 2));

    assertThat(take("phone", 1)).isEqualTo(new InUse(false));
    assertThat(standing(own, 2)).isInstanceOf(Alive.class);
  }

  @Test
  void aDeadSessionGivesItsSeatAway() {
    Session dead = seated(take("phone", 1));
    gate.clock.advance(ALMOST_TIMED_OUT);
    assertThat(take("laptop", 1)).isEqualTo(new InUse(false));

    gate.clock.advance(Duration.ofMillis(1));

    Session alive = seated(take("laptop", 1));
    assertThat(alive.id()).isNotEqualTo(dead.id());
    assertThat(gate.log.endOf(dead.id())).contains(SessionEndReason.TIMED_OUT);
    assertThat(gate.auditTrail()).contains("SESSION_TIMED_OUT timed_out");
  }

  @Test
  void aHeartbeatKeepsASession() {
    Session session = seated(take("phone", 1));
    gate.clock.advance(ALMOST_TIMED_OUT);
    assertThat(beat(session)).isInstanceOf(Alive.class);
    gate.clock.advance(ALMOST_TIMED_OUT);

    assertThat(take("laptop", 1)).isEqualTo(new InUse(false));
    assertThat(gate.sweeper.sweep()).isZero();
  }

  @Test
  void aHeartbeatNeverRevivesADeadSession() {
    Session session = seated(take("phone", 1));
    gate.clock.advance(TIMED_OUT);

    assertThat(beat(session)).isEqualTo(new Lost(Standing.Cause.TIMED_OUT));
    assertThat(beat(session)).isEqualTo(new Lost(Standing.Cause.TIMED_OUT));
    assertThat(gate.sweeper.sweep()).isEqualTo(1);
  }

  @Test
  void heartbeatsAreWrittenInABatchAndOnlyForward() {
    Session session = seated(take("phone", 1));
    gate.clock.advance(Duration.ofSeconds(30));
    beat(session);
    assertThat(stored(session).lastHeartbeat()).isEqualTo(session.createdAt());

    gate.heartbeats.flush();
    assertThat(stored(session).lastHeartbeat()).isEqualTo(gate.now());

    gate.sessions.saveHeartbeats(Map.of(session.id(), session.createdAt()));
    assertThat(stored(session).lastHeartbeat()).isEqualTo(gate.now());
  }

  @Test
  void theSweepEndsOnlyDeadSessionsAndTellsHowMany() {
    Session dead = seated(take("phone", 2));
    gate.clock.advance(Duration.ofSeconds(30));
    Session alive = seated(take("laptop", 2));
    gate.clock.advance(Duration.ofSeconds(31));

    assertThat(gate.sweeper.sweep()).isEqualTo(1);
    assertThat(gate.sweeper.sweep()).isZero();

    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactly(alive);
    assertThat(gate.denials.isSessionEnded(dead.id())).isTrue();
    assertThat(gate.denials.isSessionEnded(alive.id())).isFalse();
    assertThat(gate.auditTrail()).containsOnlyOnce("SESSION_TIMED_OUT timed_out");
  }

  @Test
  void downtimeDoesNotCount() {
    Session session = seated(take("phone", 1));
    gate.clock.advance(Duration.ofHours(1));
    gate.restart();
    gate.clock.advance(ALMOST_TIMED_OUT);
    assertThat(gate.sweeper.sweep()).isZero();
    assertThat(standing(session, 1)).isInstanceOf(Alive.class);

    gate.clock.advance(Duration.ofMillis(1));

    assertThat(gate.sweeper.sweep()).isEqualTo(1);
  }

  @Test
  void aReleasedSessionStaysReleased() {
    Session session = seated(take("phone", 1));

    gate.seats.release(session.id(), VIEWER);
    gate.seats.release(session.id(), VIEWER);

    assertThat(beat(session)).isEqualTo(new Lost(Standing.Cause.RELEASED));
    assertThat(gate.auditTrail()).containsOnlyOnce("SESSION_RELEASED released");
    assertThat(gate.log.after(0)).hasSize(1);
  }

  @Test
  void whoeverFindsTheTicketFilledWasDisplaced() {
    Session session = seated(take("phone", 1));
    gate.clock.advance(TIMED_OUT);
    seated(take("laptop", 1));

    assertThat(beat(session)).isEqualTo(new Displaced());
  }

  @Test
  void staffCanFreeASeat() {
    Session session = seated(take("phone", 1));
    Requester door = new Requester("anna", "192.0.2.9", null);

    assertThat(gate.seats.releaseByStaff(session.id(), door)).hasValue(1);
    assertThat(gate.seats.releaseByStaff(session.id(), door)).isEmpty();

    assertThat(beat(session)).isEqualTo(new Lost(Standing.Cause.RELEASED));
    assertThat(gate.auditTrail()).contains("SESSION_FORCE_RELEASED staff_released");
  }

  @Test
  void aSeatIsNotGivenOnADeletedTicket() {
    SeatRequest request = new SeatRequest("tkt-9", "evt-1", 1, 0, false, device("phone"));

    assertThat(gate.seats.take(request, VIEWER, session -> {})).isEqualTo(new TicketGone());
  }

  @Test
  void whatHappensAlongsideSharesTheFateOfTheSeat() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            gate.seats.take(
                request("phone", 1, 0, false),
                VIEWER,
                session -> {
                  throw new IllegalStateException("no");
                }));

    assertThat(gate.sessions.ofTicket(TicketSample.ID)).isEmpty();
    assertThat(gate.auditTrail()).isEmpty();
  }

  @Test
  void withoutTakeoversNobodyIsPushedOut() {
    seated(take("phone", 1));

    assertThat(gate.seats.take(request("laptop", 1, 0, true), VIEWER, session -> {}))
        .isEqualTo(new InUse(false));
  }

  @Test
  void aTakeoverEndsTheOldestSessionAndIsCounted() {
    Session oldest = seated(take("phone", 2));
    gate.clock.advance(Duration.ofSeconds(1));
    Session younger = seated(take("laptop", 2));
    assertThat(takeOver("tablet", false)).isEqualTo(new InUse(true));

    Session winner = seated(takeOver("tablet", true));

    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactlyInAnyOrder(younger, winner);
    assertThat(beat(oldest)).isEqualTo(new Displaced());
    assertThat(gate.auditTrail()).contains("SESSION_TAKEN_OVER takeover");
    assertThat(takeOver("television", true)).isEqualTo(new InUse(false));
  }

  @Test
  void aTakeoverOfANarrowedTicketEndsAllThatAreTooManyAndIsCountedOnce() {
    for (String device : List.of("phone", "laptop", "tablet")) {
      seated(take(device, 3));
      gate.clock.advance(Duration.ofSeconds(1));
    }
    SeatRequest wish = request("television", 1, 2, false);
    assertThat(gate.seats.take(wish, VIEWER, session -> {})).isEqualTo(new InUse(true));
    assertThat(gate.attendance.liveOf(TicketSample.ID)).hasSize(3);

    Session winner =
        seated(gate.seats.take(request("television", 1, 2, true), VIEWER, session -> {}));

    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactly(winner);
    assertThat(gate.auditTrail().stream().filter("SESSION_TAKEN_OVER takeover"::equals)).hasSize(3);
    assertThat(gate.seats.take(request("phone", 1, 2, true), VIEWER, session -> {}))
        .isInstanceOf(Seated.class);
    assertThat(gate.seats.take(request("laptop", 1, 2, true), VIEWER, session -> {}))
        .isEqualTo(new InUse(false));
  }

  @Test
  void ofANarrowedTicketTheYoungestThatFitStay() {
    seated(take("phone", 3));
    gate.clock.advance(Duration.ofSeconds(1));
    seated(take("laptop", 3));
    gate.clock.advance(Duration.ofSeconds(1));
    Session youngest = seated(take("tablet", 3));

    Session winner = seated(takeOver("television", true));

    assertThat(gate.attendance.liveOf(TicketSample.ID)).containsExactlyInAnyOrder(youngest, winner);
  }

  @Test
  void aTakeoverOfAFreeSeatIsAnOrdinaryOne() {
    seated(takeOver("phone", true));
    seated(takeOver("laptop", true));

    assertThat(takeOver("tablet", false)).isEqualTo(new InUse(true));
  }

  /// Replaces the device's earlier session while heartbeats are being written.
  private boolean moveInAndBeat(String ticketId) {
    SeatRequest request = new SeatRequest(ticketId, "evt-1", 1, 0, false, device(ticketId));
    Session session = seated(gate.seats.take(request, VIEWER, taken -> {}));
    gate.attendance.heartbeat(session.id(), ticketId, 1);
    gate.heartbeats.flush();
    gate.sweeper.sweep();
    return gate.sessions.find(session.id()).isPresent() || gate.log.endOf(session.id()).isPresent();
  }

  /// With room for two devices and one takeover.
  private Seating takeOver(String device, boolean takeover) {
    return gate.seats.take(request(device, 2, 1, takeover), VIEWER, session -> {});
  }

  private Seating take(String device, int maxSessions) {
    return gate.seats.take(request(device, maxSessions, 0, false), VIEWER, session -> {});
  }

  private static SeatRequest request(
      @Nullable String device, int maxSessions, int maxTakeovers, boolean takeover) {
    return new SeatRequest(
        TicketSample.ID, "evt-1", maxSessions, maxTakeovers, takeover, device(device));
  }

  private static Device device(@Nullable String key) {
    return new Device("192.0.2.1", null, null, key);
  }

  private static Session seated(Seating seating) {
    assertThat(seating).isInstanceOf(Seated.class);
    return ((Seated) seating).session();
  }

  private Standing beat(Session session) {
    return gate.attendance.heartbeat(session.id(), TicketSample.ID, 1);
  }

  private Standing standing(Session session, int maxSessions) {
    return gate.attendance.standing(session.id(), TicketSample.ID, maxSessions);
  }

  private Session stored(Session session) {
    return gate.sessions.find(session.id()).orElseThrow();
  }
}
