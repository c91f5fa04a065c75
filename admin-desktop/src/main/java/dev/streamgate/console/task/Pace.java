package dev.streamgate.console.task;

import java.time.Duration;
import java.util.Optional;

/// Does what is asked for at once if nothing was done for a while; else after that while, and of
/// what was asked for meanwhile only the last.
public final class Pace {
  private final TaskRunner tasks;
  private final Duration pause;
  private Optional<Runnable> waiting = Optional.empty();
  private boolean resting;

  /// @param pause the least time between two actions
  public Pace(TaskRunner tasks, Duration pause) {
    this.tasks = tasks;
    this.pause = pause;
  }

  public void call(Runnable action) {
    if (resting) {
      waiting = Optional.of(action);
    } else {
      begin(action);
    }
  }

  /// Forgets what waits.
  public void cancel() {
    waiting = Optional.empty();
  }

  private void begin(Runnable action) {
    resting = true;
    tasks.after(pause, this::goOn);
    action.run();
  }

  private void goOn() {
    resting = false;
    Optional<Runnable> next = waiting;
    waiting = Optional.empty();
    next.ifPresent(this::begin);
  }
}
