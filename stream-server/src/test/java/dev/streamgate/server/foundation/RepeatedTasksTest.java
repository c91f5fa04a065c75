package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedTasksTest {
  private static final Duration SOON = Duration.ofMillis(1);

  @Test
  void aTaskThatEndsWithAnErrorComesAgain() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(3);

    try (RepeatedTasks tasks = new RepeatedTasks("test-tasks")) {
      tasks.every(
          SOON,
          "failing",
          () -> {
            runs.countDown();
            throw new StackOverflowError("too deep");
          });
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aLongTaskHoldsUpOnlyItsOwnThread() throws InterruptedException {
    CountDownLatch quick = new CountDownLatch(1);
    CountDownLatch sawQuick = new CountDownLatch(1);

    try (RepeatedTasks slow = new RepeatedTasks("slow");
        RepeatedTasks tasks = new RepeatedTasks("quick")) {
      slow.every(SOON, "waiting for the other thread", () -> awaitThen(quick, sawQuick));
      tasks.every(SOON, "being quick", quick::countDown);
      assertThat(sawQuick.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void awaitThen(CountDownLatch first, CountDownLatch then) {
    try {
      if (first.await(30, TimeUnit.SECONDS)) {
        then.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
