package dev.streamgate.console.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Samples;
import dev.streamgate.console.stand.TestTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {
  private final TestTasks tasks = new TestTasks();
  private final ConnectionWatch watch = new ConnectionWatch(tasks, () -> Samples.NOW);

  @Test
  void triesAgainAfterOneTwoFiveTenThirtyAndThirtySeconds() {
    List<Integer> pauses = new ArrayList<>();
    watch.tryBy(watch::lost);
    watch.lost();
    for (int i = 0; i < 6; i++) {
      pauses.add(watch.secondsToRetryProperty().get());
      tasks.pass(Duration.ofSeconds(watch.secondsToRetryProperty().get()));
    }
    assertThat(pauses).containsExactly(1, 2, 5, 10, 30, 30);
    assertThat(watch.onlineProperty().get()).isFalse();
  }

  @Test
  void requestsThatFailTogetherAreOneLoss() {
    watch.tryBy(watch::lost);
    watch.lost();
    watch.lost();
    watch.lost();
    assertThat(watch.secondsToRetryProperty().get()).isEqualTo(1);
    tasks.pass(Duration.ofSeconds(1));
    assertThat(watch.secondsToRetryProperty().get()).isEqualTo(2);
  }

  @Test
  void anAnswerEndsTheCountdownAndBeginsAnewNextTime() {
    watch.tryBy(watch::lost);
    watch.lost();
    tasks.pass(Duration.ofSeconds(3));
    watch.answered();
    assertThat(watch.onlineProperty().get()).isTrue();
    assertThat(watch.lastAnswerProperty().get()).isEqualTo(Samples.NOW);
    watch.lost();
    assertThat(watch.secondsToRetryProperty().get()).isEqualTo(1);
  }
}
