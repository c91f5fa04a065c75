package dev.streamgate.server;

import dev.streamgate.server.foundation.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a server apart, one step after the other. A step that fails is logged and keeps no other
/// from being taken: what is open must be closed, whatever else is broken.
final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private Ending() {}

  /// @param doing what the step does, for the log
  static void step(String doing, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      FailureLog.tell(LOG, doing, e);
    }
  }
}
