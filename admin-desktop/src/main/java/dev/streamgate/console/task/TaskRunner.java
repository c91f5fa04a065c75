package dev.streamgate.console.task;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one way off the UI thread, and back onto it.
public interface TaskRunner {
  /// Does `work` elsewhere and hands its result to `done` on the UI thread, or what it threw to
  /// `broken`; neither once it is cancelled.
  <T> Running run(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> broken);

  /// Does `action` on the UI thread after the delay, unless it is cancelled first.
  Running after(Duration delay, Runnable action);

  /// Does `action` on the UI thread as soon as it can; may be called from any thread.
  void soon(Runnable action);

  /// Something under way.
  interface Running {
    Running NOTHING = () -> {};

    /// Forgets it: no continuation will be called. Without effect once it is done.
    void cancel();
  }
}
