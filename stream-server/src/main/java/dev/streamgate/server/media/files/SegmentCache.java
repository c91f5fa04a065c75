package dev.streamgate.server.media.files;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.DiskPlace;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.StreamFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files of other servers, kept on this machine's disk below `<root>/<folder>/<path>` (Spec, media
/// §5). What the index does not know is not there. Thread-safe; whoever reads waits for nobody.
public final class SegmentCache {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentCache.class);

  private final CacheDisk disk;
  private final CacheIndex index = new CacheIndex();
  private final CacheLimits limits;
  private final StreamFolders folders;
  private final LocalSource files;
  private final InstantSource clock;
  private final DiskHealth health = new DiskHealth();
  private final MemoryReserve memory;

  /// Held by whoever puts a file to its place or removes one.
  private final ReentrantLock changing = new ReentrantLock();

  /// Counts how often something was cleared: what was asked for before is not kept afterwards.
  private final AtomicLong round = new AtomicLong();

  private SegmentCache(
      CacheDisk disk,
      CacheLimits limits,
      StreamFolders folders,
      InstantSource clock,
      HotFiles hot) {
    this.disk = disk;
    this.limits = limits;
    this.folders = folders;
    this.memory = new MemoryReserve(limits.memoryBytes());
    this.files = new LocalSource(DiskPlace.Root.CACHE, disk.root(), folders, hot, clock);
    this.clock = clock;
  }

  /// Opens a cache with what it kept when the last process ended.
  ///
  /// @throws IOException if its folder cannot be read
  public static SegmentCache open(
      Path root, CacheLimits limits, StreamFolders folders, InstantSource clock, HotFiles hot)
      throws IOException {
    SegmentCache cache = new SegmentCache(CacheDisk.at(root), limits, folders, clock, hot);
    cache.disk.removeUnfinished();
    Optional<List<Map.Entry<CacheKey, CacheEntry>>> known = cache.disk.index().read();
    if (known.isPresent()) {
      known.get().forEach(entry -> cache.index.put(entry.getKey(), entry.getValue()));
    } else {
      cache.reconcile();
    }
    return cache;
  }

  /// The size of all files in bytes.
  public long bytes() {
    return index.bytes();
  }

  /// The number of events of which something is kept.
  public int events() {
    return index.folders();
  }

  /// Whether the disk refused the last file.
  public boolean isFailing() {
    return health.isFailing();
  }

  /// Removes all that is kept of an event, and keeps nothing that is being fetched right now.
  public void clear(EventId event) {
    String folder = folders.folderOf(event);
    Removal removal = new Removal(this);
    nextRound().stream()
        .filter(entry -> entry.getKey().folder().equals(folder))
        .forEach(removal::remove);
    removal.log("cleared of an event");
  }

  /// Writes the index down.
  public void save() {
    try {
      if (disk.exists()) {
        disk.index().write(index.snapshot());
      }
    } catch (IOException e) {
      health.failed(e);
    }
  }

  CacheIndex index() {
    return index;
  }

  CacheLimits limits() {
    return limits;
  }

  Instant now() {
    return clock.instant();
  }

  /// What {@link #keep} wants to know: when the fetching began.
  long round() {
    return round.get();
  }

  /// Where a file is kept. Empty if none of that path ever is.
  Optional<CacheKey> keyOf(MediaPath path) {
    return CacheKey.of(path, folders);
  }

  /// Opens a file that is kept and was fetched from the same place.
  ///
  /// @param oldest when it must have been stored at the earliest
  Optional<Content> open(RemoteFile file, ContentRequest request, Instant oldest)
      throws IOException {
    Optional<CacheEntry> entry =
        index
            .find(file.place())
            .filter(it -> it.isFrom(file.source()))
            .filter(it -> !it.storedAt().isBefore(oldest));
    return entry.isPresent() ? open(file.place(), entry.get(), request) : Optional.empty();
  }

  private Optional<Content> open(CacheKey key, CacheEntry entry, ContentRequest request)
      throws IOException {
    Optional<Content> content = files.open(request);
    if (content.isPresent() && content.get().size() == entry.size()) {
      entry.used(now());
      return content;
    }
    // Somebody else removed or changed it.
    if (content.isPresent()) {
      content.get().close();
    }
    remove(key, entry);
    return Optional.empty();
  }

  /// Somewhere to put a body that is coming.
  Spool newSpool() {
    return new Spool(newFile(), memory);
  }

  /// Empty if the disk takes no file.
  private Optional<SpoolFile> newFile() {
    try {
      return Optional.of(SpoolFile.create(disk.newFile(), health));
    } catch (IOException e) {
      health.failed(e);
      return Optional.empty();
    }
  }

  /// Keeps a short file.
  void keep(byte[] bytes, RemoteFile file, Instant lastModified, long begun) {
    newFile()
        .ifPresent(it -> {
          boolean whole = it.append(bytes, bytes.length) == bytes.length;
          it.close(whole && keep(it.path(), file, lastModified, begun));
        });
  }

  /// Puts a whole file to its place.
  ///
  /// @param begun the round in which it was asked for
  /// @return whether it is there now
  boolean keep(Path path, RemoteFile file, Instant lastModified, long begun) {
    changing.lock();
    try {
      if (begun != round.get()) {
        return false;
      }
      long size = Files.size(path);
      disk.keep(path, file.place(), lastModified);
      index.put(file.place(), new CacheEntry(size, now(), now(), file.source()));
      health.succeeded();
      return true;
    } catch (IOException e) {
      health.failed(e);
      return false;
    } finally {
      changing.unlock();
    }
  }

  /// Removes a file if it is still the one that is meant.
  ///
  /// @return whether it was
  boolean remove(CacheKey key, CacheEntry entry) {
    changing.lock();
    try {
      boolean removed = index.remove(key, entry);
      if (removed) {
        disk.remove(key);
      }
      return removed;
    } catch (IOException e) {
      // It comes back into the index with the next scan.
      LOG.warn("A file of the segment cache cannot be removed", e);
      return false;
    } finally {
      changing.unlock();
    }
  }

  private List<Map.Entry<CacheKey, CacheEntry>> nextRound() {
    changing.lock();
    try {
      round.incrementAndGet();
      return index.snapshot();
    } finally {
      changing.unlock();
    }
  }

  /// Makes the index agree with the disk, whoever changed that.
  void reconcile() throws IOException {
    index.snapshot().stream()
        .filter(entry -> !disk.has(entry.getKey()))
        .forEach(entry -> remove(entry.getKey(), entry.getValue()));
    disk.scan(this::adopt);
  }

  /// Nobody knows when a file that is found was stored or used, but not before it was made.
  private void adopt(CacheKey key, BasicFileAttributes attributes) {
    changing.lock();
    try {
      if (index.find(key).isEmpty() && disk.has(key)) {
        Instant made = attributes.creationTime().toInstant();
        index.put(key, new CacheEntry(attributes.size(), made, made, CacheEntry.UNKNOWN_SOURCE));
      }
    } finally {
      changing.unlock();
    }
  }
}
