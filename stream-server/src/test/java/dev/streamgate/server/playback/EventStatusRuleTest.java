package dev.streamgate.server.playback;

import static dev.streamgate.model.events.EventStatus.ENDED;
import static dev.streamgate.model.events.EventStatus.LIVE;
import static dev.streamgate.model.events.EventStatus.NOT_STARTED;
import static dev.streamgate.model.events.EventStatus.RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventSchedule;
import dev.streamgate.model.events.EventStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStatusRuleTest {
  private static final Instant START = Instant.parse("2026-03-10T14:00:00Z");
  private static final Instant END = Instant.parse("2026-03-10T18:00:00Z");
  private static final EventSchedule SCHEDULE = new EventSchedule(START, END);

  /// What a look at the stream may find.
  enum Stream {
    NONE,
    FRESH,
    STALE,
    RECORDING,
    PARTIAL
  }

  @ParameterizedTest(name = "at {0} a stream that is {1} means {2}")
  @CsvSource({
    "13:44:59, FRESH,     NOT_STARTED",
    "13:45:00, FRESH,     LIVE",
    "13:59:59, NONE,      NOT_STARTED",
    "13:59:59, RECORDING, NOT_STARTED",
    "14:00:00, NONE,      LIVE",
    "16:00:00, NONE,      LIVE",
    "16:00:00, FRESH,     LIVE",
    "16:00:00, STALE,     LIVE",
    "16:00:00, RECORDING, RECORDING",
    "16:00:00, PARTIAL,   LIVE",
    "18:00:00, NONE,      LIVE",
    "18:00:01, NONE,      ENDED",
    "18:00:01, FRESH,     LIVE",
    "18:00:01, STALE,     ENDED",
    "18:00:01, RECORDING, RECORDING",
    "18:00:01, PARTIAL,   ENDED",
  })
  void scheduleAndStreamDecideTogether(String time, Stream stream, EventStatus status) {
    Instant now = Instant.parse("2026-03-10T" + time + "Z");

    assertThat(EventStatusRule.statusOf(SCHEDULE, state(stream, now), now)).isEqualTo(status);
  }

  @Test
  void beforeAnybodyLookedTheScheduleDecides() {
    assertThat(EventStatusRule.statusOf(SCHEDULE, StreamState.UNKNOWN, START.minusSeconds(1)))
        .isEqualTo(NOT_STARTED);
    assertThat(EventStatusRule.statusOf(SCHEDULE, StreamState.UNKNOWN, START)).isEqualTo(LIVE);
    assertThat(EventStatusRule.statusOf(SCHEDULE, StreamState.UNKNOWN, END.plusSeconds(1)))
        .isEqualTo(ENDED);
  }

  @Test
  void aPlaylistTouchedWithinAMinuteIsFresh() {
    StreamState touched = StreamState.UNKNOWN.after(Optional.of(live(END, "a")), END);

    assertThat(touched.isFreshAt(END.plusSeconds(60))).isTrue();
    assertThat(touched.isFreshAt(END.plusSeconds(61))).isFalse();
  }

  @Test
  void aPlaylistThatChangedBetweenTwoLooksIsFreshWhateverItsDate() {
    Instant longAgo = START.minus(Duration.ofDays(1));
    StreamState first = StreamState.UNKNOWN.after(Optional.of(live(longAgo, "a")), END);
    StreamState same = first.after(Optional.of(live(longAgo, "a")), END.plusSeconds(3));
    StreamState changed = same.after(Optional.of(live(longAgo, "b")), END.plusSeconds(6));

    assertThat(first.isFreshAt(END)).isFalse();
    assertThat(same.isFreshAt(END.plusSeconds(3))).isFalse();
    assertThat(changed.isFreshAt(END.plusSeconds(66))).isTrue();
    assertThat(changed.isFreshAt(END.plusSeconds(67))).isFalse();
  }

  @Test
  void aChangeSinceALookLongAgoMeansNothing() {
    Instant longAgo = START.minus(Duration.ofDays(1));
    StreamState first = StreamState.UNKNOWN.after(Optional.of(live(longAgo, "a")), START);
    StreamState later = first.after(Optional.of(live(longAgo, "b")), START.plusSeconds(61));

    assertThat(later.isFreshAt(START.plusSeconds(61))).isFalse();
  }

  @Test
  void aFinishedRecordingIsNeverFresh() {
    StreamSighting finished =
        new StreamSighting(StreamSighting.Kind.RECORDING, Optional.of(END), Optional.of("a"));

    StreamState state = StreamState.UNKNOWN.after(Optional.of(finished), END);

    assertThat(EventStatusRule.statusOf(SCHEDULE, state, END)).isEqualTo(RECORDING);
  }

  private static StreamState state(Stream stream, Instant now) {
    return StreamState.UNKNOWN.after(
        switch (stream) {
          case NONE -> Optional.empty();
          case FRESH -> Optional.of(live(now.minusSeconds(10), "a"));
          case STALE -> Optional.of(live(now.minusSeconds(90), "a"));
          case RECORDING -> Optional.of(finished(StreamSighting.Kind.RECORDING));
          case PARTIAL -> Optional.of(finished(StreamSighting.Kind.PARTIAL));
        },
        now);
  }

  private static StreamSighting live(Instant lastModified, String etag) {
    return new StreamSighting(
        StreamSighting.Kind.LIVE, Optional.of(lastModified), Optional.of(etag));
  }

  private static StreamSighting finished(StreamSighting.Kind kind) {
    return new StreamSighting(kind, Optional.of(START), Optional.of("a"));
  }
}
