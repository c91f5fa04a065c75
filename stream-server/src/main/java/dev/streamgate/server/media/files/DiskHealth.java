package dev.streamgate.server.media.files;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the cache can be written; told to the log when it changes, not at every file.
/// Thread-safe.
final class DiskHealth {
  private static final Logger LOG = LoggerFactory.getLogger(DiskHealth.class);

  private final AtomicBoolean failing = new AtomicBoolean();

  boolean isFailing() {
    return failing.get();
  }

  void failed(IOException cause) {
    if (!failing.getAndSet(true)) {
      LOG.warn(
          "The segment cache cannot be written, segments are sent without being kept: {}",
          cause.toString());
    }
  }

  void succeeded() {
    if (failing.getAndSet(false)) {
      LOG.info("The segment cache is written again");
    }
  }
}
