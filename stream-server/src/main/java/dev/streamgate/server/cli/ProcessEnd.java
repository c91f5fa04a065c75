package dev.streamgate.server.cli;

import java.util.concurrent.CountDownLatch;

/// Waits for the process to be asked to end, by SIGTERM or Ctrl+C.
final class ProcessEnd {
  private ProcessEnd() {}

  /// Blocks until then, having registered `cleanUp` to run before the process ends.
  static void await(Runnable cleanUp) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(cleanUp, "streamgate-shutdown"));
    new CountDownLatch(1).await();
  }
}
