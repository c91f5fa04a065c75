package dev.streamgate.server.media.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Holds in memory what many ask for at the same time: the newest segments of a live stream, the
/// first of a recording, and every playlist. Thread-safe; of those who ask for a file that is not
/// held yet one reads it, and nobody waits.
public final class HotFiles {
  private static final Duration UNUSED = Duration.ofSeconds(30);

  /// Files up to this are read into memory when they are first asked for, others when they are
  /// asked for again: of a recording that one person watches nothing is kept.
  private static final int SMALL = 64 * 1024;

  /// Of the memory for all, what one file may take.
  private static final int LARGEST_SHARE = 8;

  private final long largest;
  private final long mostAllocated;

  /// All that is not freed yet, whoever holds it.
  private final AtomicLong allocated = new AtomicLong();

  private final Cache<KnownFile, HeldBytes> held;
  private final Set<KnownFile> beingRead = ConcurrentHashMap.newKeySet();

  /// @param memory how many bytes may be held in all, and half as many more by those who are slow
  ///   to take them
  public HotFiles(long memory) {
    this.largest = memory / LARGEST_SHARE;
    this.mostAllocated = memory + memory / 2;
    this.held =
        Caffeine.newBuilder()
            .maximumWeight(memory)
            .weigher((KnownFile file, HeldBytes bytes) -> bytes.size())
            .expireAfterAccess(UNUSED)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .removalListener(HotFiles::letGo)
            .build();
  }

  /// The bytes of a file, held for the caller. Empty if it is not worth it, or if somebody else is
  /// just reading them.
  ///
  /// @throws IOException if it cannot be read
  Optional<HeldBytes> hold(KnownFile file) throws IOException {
    HeldBytes bytes = held.getIfPresent(file);
    if (bytes == null) {
      return isWorthIt(file) && beingRead.add(file) ? read(file) : Optional.empty();
    }
    return bytes.hold() ? Optional.of(bytes) : Optional.empty();
  }

  private boolean isWorthIt(KnownFile file) {
    return file.size() > 0 && file.size() <= largest && (file.size() <= SMALL || file.use() > 1);
  }

  /// Bytes that may be those of another state are thrown away.
  private Optional<HeldBytes> read(KnownFile file) throws IOException {
    try {
      if (allocated.addAndGet(file.size()) > mostAllocated) {
        allocated.addAndGet(-file.size());
        return Optional.empty(); // slow viewers still hold what went long ago
      }
      HeldBytes bytes = HeldBytes.read(file.real(), file.size(), allocated);
      if (!isStill(file, bytes)) {
        bytes.release();
        return Optional.empty();
      }
      bytes.hold(); // once for the caller, once for those who come after
      held.put(file, bytes);
      return Optional.of(bytes);
    } finally {
      beingRead.remove(file);
    }
  }

  private static boolean isStill(KnownFile file, HeldBytes bytes) throws IOException {
    try {
      return file.isStill();
    } catch (IOException | RuntimeException e) {
      bytes.release();
      throw e;
    }
  }

  private static void letGo(
      @Nullable KnownFile file, @Nullable HeldBytes bytes, RemovalCause cause) {
    if (bytes != null) {
      bytes.release();
    }
  }
}
