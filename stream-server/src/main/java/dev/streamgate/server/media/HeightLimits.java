package dev.streamgate.server.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.media.MediaDecision.Granted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds viewers to the height their credential grants (claim `q`). What the multivariant playlists
/// say is kept in memory with their validators and looked at again after a few seconds; on a cold
/// edge they are read first, and nothing is open as long as they cannot be (Spec, media §2).
/// Thread-safe.
public final class HeightLimits {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST_PLAYLISTS = 10_000;

  /// Deeper than this nothing is published, and each folder costs a look.
  private static final int MOST_FOLDERS = 8;

  private final ContentSource source;
  private final InstantSource clock;
  private final Cache<Key, Known> known = Caffeine.newBuilder().maximumSize(MOST_PLAYLISTS).build();

  public HeightLimits(ContentSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  private record Key(MediaPath playlist, int maxHeight) {}

  /// @param validators and scope are empty if there was no playlist
  private record Known(
      Instant seenAt, Optional<Validators> validators, Optional<HeightScope> scope) {}

  /// The decision, turned into a refusal if the path belongs to a rendition that is too high. Costs
  /// nothing where no height is set.
  public MediaDecision limit(MediaDecision decision) {
    if (!(decision instanceof Granted granted)) {
      return decision;
    }
    Integer maxHeight = granted.claims().maxHeight();
    return maxHeight == null || isOpen(granted.path(), maxHeight)
        ? decision
        : granted.refused(RefusalReason.TOO_HIGH);
  }

  /// A playlist of the name that viewers begin with need not be named by another.
  private boolean isOpen(MediaPath path, int maxHeight) {
    if (path.names().size() > MOST_FOLDERS) {
      return false;
    }
    boolean isKnown = isBeginning(path);
    for (MediaPath playlist : playlistsAbove(path)) {
      Optional<Known> seen = look(new Key(playlist, maxHeight));
      if (seen.isEmpty() || seen.get().scope().filter(scope -> scope.closes(path)).isPresent()) {
        return false;
      }
      isKnown |= seen.get().scope().isPresent();
    }
    return isKnown;
  }

  /// The playlists that could name this file as a rendition's: one in each folder down to its own.
  private static List<MediaPath> playlistsAbove(MediaPath path) {
    List<MediaPath> playlists = new ArrayList<>();
    for (int depth = 0; depth < path.names().size(); depth++) {
      MediaPath playlist = path.above(depth, StreamPath.PLAYLIST);
      if (!playlist.equals(path)) {
        playlists.add(playlist);
      }
    }
    return playlists;
  }

  private static boolean isBeginning(MediaPath path) {
    return path.fileName().equals(StreamPath.PLAYLIST)
        || path.fileName().equals(StreamPath.FALLBACK_PLAYLIST);
  }

  /// Empty if the playlist cannot be read and never was.
  private Optional<Known> look(Key key) {
    Known seen = known.getIfPresent(key);
    return seen != null && isFresh(seen)
        ? Optional.of(seen)
        : Optional.ofNullable(known.asMap().compute(key, this::lookAgain));
  }

  private boolean isFresh(Known seen) {
    return clock.instant().isBefore(seen.seenAt().plus(FRESH));
  }

  /// Those who ask at the same time wait for one look.
  private @Nullable Known lookAgain(Key key, @Nullable Known last) {
    if (last != null && isFresh(last)) {
      return last;
    }
    try {
      Optional<Content> opened = source.open(key.playlist());
      return opened.isEmpty()
          ? new Known(clock.instant(), Optional.empty(), Optional.empty())
          : read(key, opened.get(), last);
    } catch (IOException e) {
      return last;
    }
  }

  private Known read(Key key, Content content, @Nullable Known last) throws IOException {
    try (content) {
      if (last != null
          && content.knownSize().isPresent()
          && last.validators().equals(Optional.of(content.validators()))) {
        return new Known(clock.instant(), last.validators(), last.scope());
      }
      HeightScope scope = HeightScope.of(key.playlist(), Playlist.read(content), key.maxHeight());
      return new Known(clock.instant(), Optional.of(content.validators()), Optional.of(scope));
    }
  }
}
