package dev.streamgate.server.media.files;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round of removing files from the cache, which tells the log how much it was.
final class Removal {
  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

  private final SegmentCache cache;
  private long files;
  private long bytes;

  Removal(SegmentCache cache) {
    this.cache = cache;
  }

  void remove(Map.Entry<CacheKey, CacheEntry> entry) {
    if (cache.remove(entry.getKey(), entry.getValue())) {
      files++;
      bytes += entry.getValue().size();
    }
  }

  /// @param done what was done to the cache
  void log(String done) {
    if (files > 0) {
      LOG.info("Segment cache {}: {} files removed, {} bytes freed", done, files, bytes);
    }
  }
}
