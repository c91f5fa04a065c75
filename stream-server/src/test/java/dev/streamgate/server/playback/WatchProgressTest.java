package dev.streamgate.server.playback;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchProgressTest {
  @Test
  void theFurthestPointNeverGoesBackAndTheLastOneDoes() {
    WatchProgress progress = WatchProgress.NONE.after(at(300, 600), false, NOON);

    assertThat(progress.after(at(120, 600), false, NOON.plusSeconds(10)))
        .isEqualTo(new WatchProgress(300, 120, 0, 600L, null));
  }

  @Test
  void nobodyWatchesMoreThanThereIs() {
    assertThat(WatchProgress.NONE.after(at(700, 600), false, NOON).watchedSeconds()).isEqualTo(600);
  }

  @Test
  void aShorterOrUnknownLengthTakesNothingAway() {
    WatchProgress progress = WatchProgress.NONE.after(at(500, 600), false, NOON);

    assertThat(progress.after(at(400, 300), false, NOON).watchedSeconds()).isEqualTo(500);
    assertThat(progress.after(at(10, 0), false, NOON))
        .isEqualTo(new WatchProgress(500, 10, 0, 600L, null));
    assertThat(WatchProgress.NONE.after(at(10, 0), false, NOON))
        .isEqualTo(new WatchProgress(10, 10, 0, null, null));
  }

  @Test
  void ninetyFivePercentAreAll() {
    assertThat(WatchProgress.NONE.after(at(569, 600), false, NOON).isCompleted()).isFalse();
    assertThat(WatchProgress.NONE.after(at(570, 600), false, NOON).completedAt()).isEqualTo(NOON);
  }

  @Test
  void theEndIsNotedOnceAndStays() {
    WatchProgress seen = WatchProgress.NONE.after(at(600, 600), false, NOON);

    WatchProgress again = seen.after(at(5, 600), true, NOON.plusSeconds(60));

    assertThat(again.completedAt()).isEqualTo(NOON);
    assertThat(again.lastPositionSeconds()).isEqualTo(5);
    assertThat(again.watchCount()).isEqualTo(1);
  }

  @Test
  void withoutALengthNothingIsEverSeenToTheEnd() {
    ProgressReport live =
        new ProgressReport(7200, 0, Optional.empty(), false, true, Optional.empty());

    assertThat(WatchProgress.NONE.after(live, true, NOON))
        .isEqualTo(new WatchProgress(7200, 0, 1, null, null));
  }

  private static ProgressReport at(long seconds, long duration) {
    return new ProgressReport(
        seconds, seconds, Optional.of(duration), false, false, Optional.empty());
  }
}
