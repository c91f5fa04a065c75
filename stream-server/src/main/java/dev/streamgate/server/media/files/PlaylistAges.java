package dev.streamgate.server.media.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Arrays;

/// Remembers since when a playlist has looked as it does, for servers that do not tell: whether an
/// event is live is read off the time of its playlist's last change. Thread-safe.
final class PlaylistAges {
  private static final long REMEMBERED = 10_000;

  private final Cache<RemoteFile, Look> looks =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /// When the playlist was first seen with these bytes.
  Instant firstSeen(RemoteFile file, byte[] bytes, Instant now) {
    int hash = Arrays.hashCode(bytes);
    return looks
        .asMap()
        .merge(file, new Look(hash, now), (before, seen) -> before.hash() == hash ? before : seen)
        .since();
  }

  private record Look(int hash, Instant since) {}
}
