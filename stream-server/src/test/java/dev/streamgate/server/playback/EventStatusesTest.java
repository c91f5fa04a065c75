package dev.streamgate.server.playback;

import static dev.streamgate.server.fixtures.Samples.endedEvent;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventStatus;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.fixtures.MutableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class EventStatusesTest {
  private final MutableClock clock = MutableClock.atNoon();
  private final Event ended = endedEvent("evt-1");
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private Optional<StreamSighting> stream = Optional.of(recording());
  private int looks;

  @Test
  void aValidationNeverWaitsForALook() {
    EventStatuses statuses = new EventStatuses(event -> look(), waiting::add, clock);

    assertThat(statuses.latest(ended)).isEqualTo(EventStatus.ENDED);
    assertThat(statuses.latest(runningEvent("evt-2"))).isEqualTo(EventStatus.LIVE);

    waiting.forEach(Runnable::run);
    assertThat(statuses.latest(ended)).isEqualTo(EventStatus.RECORDING);
  }

  @Test
  void allWhoAskShareOneLook() {
    EventStatuses statuses = new EventStatuses(event -> look(), waiting::add, clock);
    statuses.latest(ended);
    statuses.latest(ended);
    assertThat(waiting).hasSize(1);

    waiting.remove().run();
    statuses.current(ended);
    statuses.latest(ended);

    assertThat(looks).isEqualTo(1);
  }

  @Test
  void aLookServesForThreeSeconds() {
    EventStatuses statuses = new EventStatuses(event -> look(), Runnable::run, clock);
    assertThat(statuses.current(ended)).isEqualTo(EventStatus.RECORDING);
    stream = Optional.empty();

    clock.advance(Duration.ofMillis(2999));
    assertThat(statuses.current(ended)).isEqualTo(EventStatus.RECORDING);

    clock.advance(Duration.ofMillis(1));
    assertThat(statuses.current(ended)).isEqualTo(EventStatus.ENDED);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void afterAFailingLookTheScheduleDecides() {
    EventStatuses failing =
        new EventStatuses(
            event -> {
              throw new IllegalStateException("no answer");
            },
            Runnable::run,
            clock);

    assertThat(failing.current(runningEvent("evt-2"))).isEqualTo(EventStatus.LIVE);
    assertThat(failing.current(ended)).isEqualTo(EventStatus.ENDED);
  }

  @Test
  void aStreamIsSilentWithoutAPlaylistOrWhenNobodyWritesItAnyMore() {
    EventStatuses statuses = new EventStatuses(event -> look(), waiting::add, clock);
    EventId event = ended.id();
    assertThat(statuses.isSilent(event)).as("not looked at yet").isFalse();
    assertThat(isSilentNext(statuses)).as("a recording").isFalse();

    stream = Optional.of(live());
    assertThat(isSilentNext(statuses)).as("live").isFalse();
    StreamSighting last = live();
    stream = Optional.of(last);
    assertThat(isSilentNext(statuses)).isFalse();
    clock.advance(Duration.ofSeconds(61));
    assertThat(isSilentNext(statuses)).as("stalled").isTrue();

    stream = Optional.empty();
    assertThat(isSilentNext(statuses)).as("gone").isTrue();
    stream = Optional.of(live());
    assertThat(isSilentNext(statuses)).as("back").isFalse();
  }

  /// Nobody would hear of it otherwise.
  @Test
  void aStreamThatCannotBeLookedAtIsSilent() {
    EventStatuses failing =
        new EventStatuses(
            event -> {
              throw new IllegalStateException("no answer");
            },
            waiting::add,
            clock);
    assertThat(failing.isSilent(ended.id())).as("not looked at yet").isFalse();
    assertThat(isSilentNext(failing)).isTrue();
  }

  /// What is known once a look was taken that is sent out now.
  private boolean isSilentNext(EventStatuses statuses) {
    clock.advance(Duration.ofSeconds(4));
    statuses.isSilent(ended.id());
    waiting.forEach(Runnable::run);
    waiting.clear();
    return statuses.isSilent(ended.id());
  }

  private StreamSighting live() {
    return new StreamSighting(
        StreamSighting.Kind.LIVE, Optional.of(clock.instant()), Optional.empty());
  }

  private Optional<StreamSighting> look() {
    looks++;
    return stream;
  }

  private static StreamSighting recording() {
    return new StreamSighting(StreamSighting.Kind.RECORDING, Optional.empty(), Optional.empty());
  }
}
