package dev.streamgate.server.foundation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeated tasks, on one thread of their own: those that must not wait for each other belong on
/// different ones. A task that fails, whatever the way, is logged and comes again.
public final class RepeatedTasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedTasks.class);
  private static final long CLOSE_SECONDS = 5;
  private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

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
            new Logged(doing, task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
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

  /// Tells once a minute of a failure that goes on, such as that of a database without a disk. Used
  /// by the one thread.
  private static final class Logged implements Runnable {
    private final String doing;
    private final Runnable task;
    private @Nullable String told;
    private long toldAt;

    private Logged(String doing, Runnable task) {
      this.doing = doing;
      this.task = task;
    }

    /// Whatever came out of here would silently end the task for good.
    @Override
    public void run() {
      try {
        task.run();
        told = null;
      } catch (Throwable e) {
        tell(e);
      }
    }

    private void tell(Throwable failure) {
      long now = System.nanoTime();
      if (!failure.toString().equals(told) || now - toldAt > TOLD_AGAIN.toNanos()) {
        FailureLog.tell(LOG, doing, failure);
        told = failure.toString();
        toldAt = now;
      }
    }
  }
}
