package dev.streamgate.server.media.files;

import java.time.Instant;

/// What the cache knows of a file it keeps. Thread-safe.
final class CacheEntry {
  /// Where a file came from that was found on the disk.
  static final String UNKNOWN_SOURCE = "";

  private final long size;
  private final Instant storedAt;
  private final String source;
  private volatile Instant lastUsed;

  /// @param size in bytes
  /// @param source the address of the event's folder it was fetched from
  CacheEntry(long size, Instant storedAt, Instant lastUsed, String source) {
    this.size = size;
    this.storedAt = storedAt;
    this.lastUsed = lastUsed;
    this.source = source;
  }

  long size() {
    return size;
  }

  Instant storedAt() {
    return storedAt;
  }

  Instant lastUsed() {
    return lastUsed;
  }

  String source() {
    return source;
  }

  void used(Instant now) {
    lastUsed = now;
  }

  /// Whether it is what would be fetched from there: an event's source may have been changed.
  boolean isFrom(String folderAddress) {
    return source.equals(folderAddress) || source.equals(UNKNOWN_SOURCE);
  }
}
