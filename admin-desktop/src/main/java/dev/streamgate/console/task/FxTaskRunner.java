package dev.streamgate.console.task;

import dev.streamgate.console.task.TaskRunner.Running;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Work on virtual threads, continuations on the JavaFX application thread.
public final class FxTaskRunner implements TaskRunner, AutoCloseable {
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  @Override
  public <T> Running run(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> broken) {
    FxRunning running = new FxRunning();
    return begun(
        running,
        () ->
            workers.submit(() -> {
              try {
                T result = work.get();
                running.continueWith(() -> done.accept(result));
              } catch (RuntimeException e) {
                running.continueWith(() -> broken.accept(e));
              }
            }));
  }

  @Override
  public Running after(Duration delay, Runnable action) {
    FxRunning running = new FxRunning();
    return begun(
        running,
        () ->
            clock.schedule(
                () -> running.continueWith(action), delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /// What a late continuation still asks for after the end is forgotten like everything else.
  private static Running begun(FxRunning running, Supplier<Future<?>> beginning) {
    try {
      running.follow(beginning.get());
      return running;
    } catch (RejectedExecutionException e) {
      return Running.NOTHING;
    }
  }

  @Override
  public void soon(Runnable action) {
    onUiThread(action);
  }

  /// Ends all threads; what is under way is interrupted and forgotten.
  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdownNow();
  }

  static void onUiThread(Runnable action) {
    Platform.runLater(action);
  }
}
