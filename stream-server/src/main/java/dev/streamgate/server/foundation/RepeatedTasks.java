package dev.streamgate.server.foundation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeated tasks, on one thread of their own: those that must not wait for each other belong on
/// different ones. A task that fails, whatever the way, is logged and comes again.
public final class RepeatedTasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedTasks.class);
  private static final long CLOSE_SECONDS = 5;

  private final ScheduledExecutorService thread;

  /// @param name of the thread
  public RepeatedTasks(String name) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /// Runs a task again and again, each time `pause` after the last run ended.
  ///
  /// @param doing what the task does, for the log
  public void every(Duration pause, String doing, Runnable task) {
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(
            () -> runLogged(doing, task),
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /// Lets a running task end and starts no other.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a repeated task does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whatever came out of here would silently end the task for good.
  private static void runLogged(String doing, Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("{} failed", doing, e);
    }
  }
}
