package dev.streamgate.server.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of the process, by SIGTERM, Ctrl+C or a failure, and what has to be done then.
final class ProcessEnd {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

  private final Deque<Runnable> steps = new ConcurrentLinkedDeque<>();

  ProcessEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::runSteps, "streamgate-shutdown"));
  }

  /// Adds a step. What was added last is done first; a step that fails does not keep back the rest.
  void then(Runnable step) {
    steps.push(step);
  }

  /// Blocks until the process ends.
  void await() throws InterruptedException {
    new CountDownLatch(1).await();
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
