package dev.streamgate.server.media.files;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes may be held in memory while the disk takes none. Thread-safe.
final class MemoryReserve {
  private final AtomicLong left;

  MemoryReserve(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /// Whether so many more may be held; if so they count until they are given back.
  boolean take(long bytes) {
    long before = left.getAndAccumulate(bytes, (has, wanted) -> has < wanted ? has : has - wanted);
    return before >= bytes;
  }

  void giveBack(long bytes) {
    left.addAndGet(bytes);
  }
}
