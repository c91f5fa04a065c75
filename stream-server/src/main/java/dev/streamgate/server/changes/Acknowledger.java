package dev.streamgate.server.changes;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the platform how far this edge is: soon after each change, and every 30 seconds that it is
/// still there (Spec, rules §10). It works on a thread of its own, so that applying changes waits
/// for nobody; of several changes at once it tells the newest.
public final class Acknowledger {
  private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);
  private static final Duration SECOND_TRY = Duration.ofSeconds(2);

  private final FeedSource source;
  private final EdgeMemory memory;
  private final Acknowledgement identity;
  private final Semaphore news = new Semaphore(0);

  /// @param identity what the edge says of itself; its cursor is of no meaning
  public Acknowledger(FeedSource source, EdgeMemory memory, Acknowledgement identity) {
    this.source = source;
    this.memory = memory;
    this.identity = identity;
  }

  /// There is something to tell. Never blocks.
  public void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /// Tells until this thread is interrupted.
  public void run() {
    Duration patience = SECOND_TRY;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        patience = tell() ? SIGN_OF_LIFE : SECOND_TRY;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // told to end
    }
  }

  /// Says that this edge ends, so that no change waits for it.
  public void sayGoodbye() {
    try {
      EdgeMemory.Position position = memory.position();
      source.acknowledge(identity.at(position.cursor()).last(), position.logId());
    } catch (IOException e) {
      LOG.info("The platform could not be told that this edge ends: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tell() throws InterruptedException {
    try {
      EdgeMemory.Position position = memory.position();
      source.acknowledge(identity.at(position.cursor()), position.logId());
      return true;
    } catch (IOException e) {
      LOG.debug("The platform could not be told how far this edge is: {}", e.getMessage());
      return false;
    }
  }
}
