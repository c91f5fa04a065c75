package dev.streamgate.server.media.files;

import dev.streamgate.server.media.SourceUnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What one download and all who wait for the file share.
final class Fetch {
  private final CompletableFuture<Optional<Arrival>> arrival = new CompletableFuture<>();
  private final AtomicBoolean begun = new AtomicBoolean();

  /// The download itself and everybody who waits.
  private final AtomicInteger users = new AtomicInteger(1);

  private volatile boolean kept;

  /// Somebody waits from now on. Only while the download counts as under way.
  void join() {
    users.incrementAndGet();
  }

  /// The download has ended, or somebody waits no more; the last one lets go of the bytes.
  void leave() {
    if (users.decrementAndGet() == 0) {
      arrived().ifPresent(it -> it.spool().close(kept));
    }
  }

  /// Whether nobody waits.
  boolean isForNobody() {
    return users.get() == 1;
  }

  /// True once, for the one who is to start the download.
  boolean begin() {
    return !begun.getAndSet(true);
  }

  /// Waits for the headers. Empty if there is no such file.
  Optional<Arrival> await() throws SourceUnavailableException {
    try {
      return arrival.join();
    } catch (CompletionException e) {
      throw new SourceUnavailableException("fetching a segment", e);
    }
  }

  /// The headers are here.
  void arrives(Arrival coming) {
    arrival.complete(Optional.of(coming));
  }

  /// There is no such file.
  void isMissing() {
    arrival.complete(Optional.empty());
  }

  /// All bytes are here.
  ///
  /// @param isKept whether they lie in the cache now
  void ends(boolean isKept) {
    kept = isKept;
    arrived().ifPresent(it -> it.spool().end());
  }

  /// It ends here, and all who wait learn that; nothing happens if it has ended already.
  void fails(Throwable cause) {
    arrival.completeExceptionally(cause);
    arrived().ifPresent(it -> it.spool().fail(new IOException("the download failed", cause)));
  }

  private Optional<Arrival> arrived() {
    return arrival.isCompletedExceptionally() ? Optional.empty() : arrival.getNow(Optional.empty());
  }
}
