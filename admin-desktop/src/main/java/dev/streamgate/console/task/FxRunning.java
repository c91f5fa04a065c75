package dev.streamgate.console.task;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One piece of work under way; the flag is read on the UI thread just before the continuation, so
/// that nothing arrives after a cancel.
final class FxRunning implements TaskRunner.Running {
  private volatile boolean cancelled;
  private volatile @Nullable Future<?> work;

  void follow(Future<?> submitted) {
    work = submitted;
  }

  void continueWith(Runnable continuation) {
    FxTaskRunner.onUiThread(() -> {
      if (!cancelled) {
        continuation.run();
      }
    });
  }

  @Override
  public void cancel() {
    cancelled = true;
    Future<?> submitted = work;
    if (submitted != null) {
      submitted.cancel(true);
    }
  }
}
