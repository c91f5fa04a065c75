package dev.streamgate.server.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of the process, by SIGTERM, Ctrl+C, a command or a failure, and what has to be done
/// then. Whoever makes one works within it: to be stopped in the middle of a start lets the start
/// come to its end first, so that whoever was answered meets a server that ends in order.
final class ProcessEnd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);
  private static final long LONGEST_START_SECONDS = 15;

  private final Deque<Runnable> steps = new ConcurrentLinkedDeque<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch settled = new CountDownLatch(1);
  private volatile boolean isAwaited;

  ProcessEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "streamgate-shutdown"));
  }

  /// Adds a step. What was added last is done first; a step that fails does not keep back the rest.
  void then(Runnable step) {
    steps.push(step);
  }

  /// Blocks until the process is asked to end, which then counts as success: to be stopped is what
  /// it waits for.
  void await() throws InterruptedException {
    isAwaited = true;
    settled.countDown();
    asked.await();
  }

  /// Asks the process to end; whoever awaits that goes on.
  void ask() {
    asked.countDown();
  }

  /// Leaves it to the process with which status it ends, unless it was asked to.
  @Override
  public void close() {
    isAwaited = asked.getCount() == 0;
    settled.countDown();
  }

  private void end() {
    awaitStart();
    runSteps();
    if (isAwaited) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void awaitStart() {
    try {
      if (!settled.await(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the server is still starting and ends without more ado");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runSteps() {
    for (Runnable step : new ArrayDeque<>(steps)) {
      try {
        step.run();
      } catch (RuntimeException e) {
        LOG.error("a step of the shutdown failed", e);
      }
    }
  }
}
