package dev.streamgate.console.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxTaskRunnerTest {
  private final FxTaskRunner tasks = new FxTaskRunner();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() {
    tasks.close();
  }

  @Test
  void workIsDoneElsewhereAndItsResultComesBackOnTheUiThread() throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    tasks.run(
        Platform::isFxApplicationThread,
        workedOnUi -> result.complete(workedOnUi + " " + Platform.isFxApplicationThread()),
        result::completeExceptionally);
    assertThat(result.get(5, TimeUnit.SECONDS)).isEqualTo("false true");
  }

  @Test
  void whatIsThrownComesBackAsWell() throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    tasks.run(
        () -> {
          throw new IllegalStateException("broken");
        },
        done -> result.complete("done"),
        defect -> result.complete(String.valueOf(defect.getMessage())));
    assertThat(result.get(5, TimeUnit.SECONDS)).isEqualTo("broken");
  }

  @Test
  void nothingComesBackAfterACancel() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean cameBack = new AtomicBoolean();
    TaskRunner.Running running =
        tasks.run(
            () -> sleepUntilInterrupted(never),
            done -> cameBack.set(true),
            defect -> cameBack.set(true));
    running.cancel();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(cameBack).isFalse();
  }

  private static boolean sleepUntilInterrupted(CountDownLatch never) {
    try {
      return never.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
