package dev.streamgate.console.task;

import dev.streamgate.console.task.TaskRunner.Running;
import java.time.Duration;

/// Holds an action back until nothing has asked for it for a while; a new call restarts the wait.
public final class Debounce {
  private final TaskRunner tasks;
  private final Duration quiet;
  private Running pending = Running.NOTHING;

  public Debounce(TaskRunner tasks, Duration quiet) {
    this.tasks = tasks;
    this.quiet = quiet;
  }

  public void call(Runnable action) {
    pending.cancel();
    pending = tasks.after(quiet, action);
  }

  public void cancel() {
    pending.cancel();
  }
}
