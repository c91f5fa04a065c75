package dev.streamgate.server.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of the process, by SIGTERM, Ctrl+C, a command or a failure, and what has to be done
/// then.
final class ProcessEnd {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

  private final Deque<Runnable> steps = new ConcurrentLinkedDeque<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private volatile boolean isAwaited;

  ProcessEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::runSteps, "streamgate-shutdown"));
  }

  /// Adds a step. What was added last is done first; a step that fails does not keep back the rest.
  void then(Runnable step) {
    steps.push(step);
  }

  /// Blocks until the process is asked to end, which then counts as success: to be stopped is what
  /// it waits for.
  void await() throws InterruptedException {
    isAwaited = true;
    asked.await();
  }

  /// Asks the process to end; whoever awaits that goes on.
  void ask() {
    asked.countDown();
  }

  private void runSteps() {
    for (Runnable step : new ArrayDeque<>(steps)) {
      try {
        step.run();
      } catch (RuntimeException e) {
        LOG.error("a step of the shutdown failed", e);
      }
    }
    if (isAwaited) {
      Runtime.getRuntime().halt(0);
    }
  }
}
