package dev.streamgate.server.media.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// All files of the cache, in memory, with their sum, counted as they come and go. Thread-safe;
/// looking up takes no lock.
final class CacheIndex {
  private final Map<CacheKey, CacheEntry> entries = new ConcurrentHashMap<>();
  private final Map<String, Long> filesByFolder = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  Optional<CacheEntry> find(CacheKey key) {
    return Optional.ofNullable(entries.get(key));
  }

  void put(CacheKey key, CacheEntry entry) {
    CacheEntry old = entries.put(key, entry);
    bytes.addAndGet(entry.size());
    if (old == null) {
      filesByFolder.merge(key.folder(), 1L, Long::sum);
    } else {
      bytes.addAndGet(-old.size());
    }
  }

  /// Forgets a file if it is still the one that is meant.
  boolean remove(CacheKey key, CacheEntry entry) {
    boolean removed = entries.remove(key, entry);
    if (removed) {
      bytes.addAndGet(-entry.size());
      filesByFolder.computeIfPresent(key.folder(), (folder, files) -> lessOne(files));
    }
    return removed;
  }

  /// All files as they are at this moment.
  List<Map.Entry<CacheKey, CacheEntry>> snapshot() {
    List<Map.Entry<CacheKey, CacheEntry>> all = new ArrayList<>(entries.size());
    entries.forEach((key, entry) -> all.add(Map.entry(key, entry)));
    return all;
  }

  /// The size of all files together.
  long bytes() {
    return bytes.get();
  }

  /// How many stream folders have a file here.
  int folders() {
    return filesByFolder.size();
  }

  private static @Nullable Long lessOne(long files) {
    return files == 1 ? null : files - 1;
  }
}
