package dev.streamgate.console.signin;

import dev.streamgate.console.task.TaskRunner;
import java.time.Duration;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Counts down the seconds a limited server wants to be left alone.
final class RetryPause {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TaskRunner tasks;
  private final ReadOnlyIntegerWrapper seconds = new ReadOnlyIntegerWrapper();

  RetryPause(TaskRunner tasks) {
    this.tasks = tasks;
  }

  /// What is left; 0 when there is no pause.
  ReadOnlyIntegerProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  /// Calls `tick` with the seconds left, now and every second, then `over`.
  void begin(Duration wait, IntConsumer tick, Runnable over) {
    seconds.set((int) wait.toSeconds());
    tickOn(tick, over);
  }

  private void tickOn(IntConsumer tick, Runnable over) {
    if (seconds.get() <= 0) {
      over.run();
      return;
    }
    tick.accept(seconds.get());
    tasks.after(
        SECOND,
        () -> {
          seconds.set(seconds.get() - 1);
          tickOn(tick, over);
        });
  }
}
