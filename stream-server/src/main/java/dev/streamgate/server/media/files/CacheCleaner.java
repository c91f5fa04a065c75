package dev.streamgate.server.media.files;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the cache within its limits (Spec, media §7): what is too old goes, then what was not used
/// for longest until the rest fits. Files that are being sent are sent to their end.
public final class CacheCleaner {
  private static final Logger LOG = LoggerFactory.getLogger(CacheCleaner.class);

  private final SegmentCache cache;
  private final Executor executor;
  private final AtomicBoolean checkQueued = new AtomicBoolean();

  /// @param executor does the work, one task after the other
  public CacheCleaner(SegmentCache cache, Executor executor) {
    this.cache = cache;
    this.executor = executor;
  }

  /// Has the cache cleaned soon.
  public void queue() {
    executor.execute(this::clean);
  }

  /// Has the size checked soon; called after every file that was stored.
  void queueSizeCheck() {
    if (isTooLarge() && !checkQueued.getAndSet(true)) {
      executor.execute(this::checkSize);
    }
  }

  /// Cleans the cache now, files that the index did not know included.
  void clean() {
    try {
      cache.reconcile();
    } catch (IOException e) {
      LOG.warn("The segment cache cannot be looked through", e);
    }
    Removal removal = new Removal(cache);
    Instant oldest = cache.now().minus(cache.limits().maxAge());
    cache.index().snapshot().stream()
        .filter(entry -> entry.getValue().storedAt().isBefore(oldest))
        .forEach(removal::remove);
    shrink(removal);
    removal.log("cleaned");
  }

  private void checkSize() {
    checkQueued.set(false);
    Removal removal = new Removal(cache);
    shrink(removal);
    removal.log("shrunk");
  }

  private void shrink(Removal removal) {
    if (!isTooLarge()) {
      return;
    }
    // Sorted by times that do not change while they are compared.
    List<LastUse> uses =
        cache.index().snapshot().stream()
            .map(entry -> new LastUse(entry.getValue().lastUsed(), entry))
            .sorted(Comparator.comparing(LastUse::at))
            .toList();
    for (LastUse use : uses) {
      if (!isTooLarge()) {
        return;
      }
      removal.remove(use.entry());
    }
  }

  private boolean isTooLarge() {
    return cache.bytes() > cache.limits().maxBytes();
  }

  private record LastUse(Instant at, Map.Entry<CacheKey, CacheEntry> entry) {}
}
