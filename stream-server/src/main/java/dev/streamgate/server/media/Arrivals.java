package dev.streamgate.server.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Waits for a segment that a live playlist has just announced but that is not there yet, because
/// players do not repeat what was answered with 404. It waits one target duration at most, and only
/// for what stands at the end of a playlist that was delivered lately. Of those who wait for the
/// same segment one looks. Thread-safe.
public final class Arrivals {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration REMEMBERED = Duration.ofMinutes(2);
  private static final int MOST_EVENTS = 10_000;
  private static final int MOST_PLAYLISTS = 32;

  private final ContentSource source;
  private final InstantSource clock;
  private final Pause pause;
  private final ConcurrentHashMap<MediaPath, CompletableFuture<Boolean>> awaited =
      new ConcurrentHashMap<>();
  private final Cache<EventId, Set<MediaPath>> livePlaylists =
      Caffeine.newBuilder().maximumSize(MOST_EVENTS).expireAfterAccess(REMEMBERED).build();

  public Arrivals(ContentSource source, InstantSource clock, Pause pause) {
    this.source = source;
    this.clock = clock;
    this.pause = pause;
  }

  /// Lets time pass on the calling thread.
  @FunctionalInterface
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /// Takes note of a live playlist that somebody got.
  public void delivered(MediaPath playlist) {
    Set<MediaPath> playlists =
        livePlaylists.get(playlist.event(), event -> ConcurrentHashMap.newKeySet());
    if (!playlists.contains(playlist) && playlists.size() < MOST_PLAYLISTS) {
      playlists.add(playlist);
    }
  }

  /// A file that was not there a moment ago. Empty if nobody announced it, or if it did not come in
  /// time.
  ///
  /// @throws IOException if it came and cannot be opened
  public Optional<Content> await(ContentRequest request) throws IOException {
    MediaPath segment = request.path();
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> first = awaited.putIfAbsent(segment, mine);
    if (first != null) {
      return first.join() ? source.open(request) : Optional.empty();
    }
    boolean came = false;
    try {
      came = comes(segment, patienceFor(segment));
    } finally {
      awaited.remove(segment);
      mine.complete(came);
    }
    return came ? source.open(request) : Optional.empty();
  }

  private boolean comes(MediaPath segment, Duration patience) throws IOException {
    Instant deadline = clock.instant().plus(patience);
    while (clock.instant().isBefore(deadline)) {
      if (!pauses()) {
        return false;
      }
      if (isThere(segment)) {
        return true;
      }
    }
    return false;
  }

  private boolean isThere(MediaPath segment) throws IOException {
    Optional<Content> content = source.open(segment);
    if (content.isPresent()) {
      content.get().close();
    }
    return content.isPresent();
  }

  /// Whoever stops this thread wants no more waiting.
  private boolean pauses() {
    try {
      pause.of(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Zero for what nobody announced.
  private Duration patienceFor(MediaPath segment) {
    return playlistsOf(segment.event())
        .map(playlist -> patienceFor(segment, playlist))
        .max(Duration::compareTo)
        .filter(patience -> patience.compareTo(LONGEST_WAIT) < 0)
        .orElse(LONGEST_WAIT);
  }

  private Stream<MediaPath> playlistsOf(EventId event) {
    Set<MediaPath> delivered = livePlaylists.getIfPresent(event);
    return Stream.concat(
            MediaPath.of(StreamPath.playlistOf(event)).stream(),
            delivered == null ? Stream.empty() : delivered.stream())
        .distinct();
  }

  private Duration patienceFor(MediaPath segment, MediaPath path) {
    return read(path)
        .filter(playlist -> playlist.isPlaylist() && !playlist.isEnded())
        .filter(playlist -> announces(playlist, path, segment))
        .map(Playlist::targetDuration)
        .orElse(Duration.ZERO);
  }

  private static boolean announces(Playlist playlist, MediaPath path, MediaPath segment) {
    return playlist.newestAddresses().stream()
        .map(address -> PlaylistAddress.resolve(path, address))
        .anyMatch(Optional.of(segment)::equals);
  }

  /// A playlist that cannot be read announces nothing.
  private Optional<Playlist> read(MediaPath path) {
    try {
      Optional<Content> opened = source.open(path);
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      try (Content content = opened.get()) {
        return Optional.of(Playlist.read(content));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
