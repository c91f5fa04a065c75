package dev.streamgate.server.sessions;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TestGate.VIEWER;
import static dev.streamgate.server.fixtures.TicketSample.ticketForDevices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.fixtures.TestGate;
import dev.streamgate.server.fixtures.TicketSample;
import dev.streamgate.server.sessions.Standing.Alive;
import dev.streamgate.server.sessions.Standing.Lost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two processes on one database: each hears heartbeats the other has not seen written yet, and
/// both end dead sessions.
@OnEveryDatabase
class TwoSweepersTest {
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final TestGate here;
  private final Sweeper sweeperThere;
  private final Attendance attendanceThere;

  TwoSweepersTest(TestDatabase kind) {
    here = new TestGate(kind).with(runningEvent("evt-1"), ticketForDevices("evt-1", 1));
    HeartbeatBuffer heartbeats = new HeartbeatBuffer(here.sessions);
    Liveness liveness = new Liveness(heartbeats, TestGate.TIMEOUT, here.now());
    Changes changes =
        new Changes(here.database::inTransaction, here.log, new Denials(), here.clock);
    sweeperThere = new Sweeper(here.sessions, changes, here.audit, liveness, here.clock);
    attendanceThere = new Attendance(here.sessions, here.log, heartbeats, liveness, here.clock);
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void aLateHeartbeatHereIsKnownThereAtOnce() {
    Session session = seat();
    here.clock.advance(TestGate.TIMEOUT.minusSeconds(1));
    assertThat(beat(here.attendance, session)).isInstanceOf(Alive.class);
    here.clock.advance(Duration.ofSeconds(2));

    assertThat(sweeperThere.sweep()).isZero();
    assertThat(beat(attendanceThere, session)).isInstanceOf(Alive.class);
  }

  @Test
  void heartbeatsSentToOneAndTheOtherKeepASession() {
    Session session = seat();
    for (int i = 0; i < 10; i++) {
      here.clock.advance(TestGate.TIMEOUT.dividedBy(2));
      Attendance hearing = i % 2 == 0 ? here.attendance : attendanceThere;
      assertThat(beat(hearing, session)).isInstanceOf(Alive.class);
      assertThat(sweeperThere.sweep() + here.sweeper.sweep()).isZero();
    }
  }

  @Test
  void aHeartbeatWrittenSinceTheSessionWasReadSavesIt() {
    Session read = seat();
    here.clock.advance(TestGate.TIMEOUT);
    here.sessions.saveHeartbeat(read.id(), here.now());

    assertThat(
            here.sessions.delete(
                List.of(new Departure(read.id(), Optional.of(read.lastHeartbeat())))))
        .isEmpty();
    assertThat(here.sessions.delete(List.of(new Departure(read.id(), Optional.of(here.now())))))
        .containsExactly(read.id());
  }

  @Test
  void aHeartbeatThatComesAfterTheEndIsNotTaken() {
    Session session = seat();
    here.clock.advance(TestGate.TIMEOUT.plus(MILLISECOND));
    assertThat(sweeperThere.sweep()).isEqualTo(1);

    assertThat(beat(here.attendance, session)).isEqualTo(new Lost(Standing.Cause.TIMED_OUT));
    assertThat(here.sessions.saveHeartbeat(session.id(), here.now())).isFalse();
  }

  @Test
  void aWrittenHeartbeatNeverGoesBack() {
    Session session = seat();

    assertThat(here.sessions.saveHeartbeat(session.id(), here.now().minusSeconds(5))).isTrue();

    assertThat(here.sessions.find(session.id())).contains(session);
  }

  @Test
  void twoSweepersEndASessionOnce() throws InterruptedException, ExecutionException {
    for (int round = 0; round < 10; round++) {
      seat();
      here.clock.advance(TestGate.TIMEOUT.plus(MILLISECOND));
      Callable<Integer> sweepHere = here.sweeper::sweep;
      Callable<Integer> sweepThere = sweeperThere::sweep;
      int ended = 0;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Integer> answer : threads.invokeAll(List.of(sweepHere, sweepThere))) {
          ended += answer.get();
        }
      }
      assertThat(ended).isEqualTo(1);
    }
    assertThat(here.auditTrail().stream().filter("SESSION_TIMED_OUT timed_out"::equals))
        .hasSize(10);
    assertThat(here.log.after(0)).hasSize(10);
  }

  private Session seat() {
    Device device = new Device("192.0.2.1", null, null, null);
    Seating seating =
        here.seats.take(
            new SeatRequest(TicketSample.ID, "evt-1", 1, 0, false, device), VIEWER, session -> {});
    assertThat(seating).isInstanceOf(Seating.Seated.class);
    return ((Seating.Seated) seating).session();
  }

  private static Standing beat(Attendance attendance, Session session) {
    return attendance.heartbeat(session.id(), TicketSample.ID, 1);
  }
}
