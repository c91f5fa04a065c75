package dev.streamgate.server.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of an event's stream from looking at it.
///
/// @param sighting what the last look found
/// @param lookedAt when that was
/// @param changeSeenAt when two looks in a row last found different playlists
record StreamState(
    Optional<StreamSighting> sighting, Instant lookedAt, Optional<Instant> changeSeenAt) {
  /// How long after its last change a playlist counts as fresh.
  static final Duration FRESHNESS = Duration.ofSeconds(60);

  /// Before anybody looked.
  static final StreamState UNKNOWN =
      new StreamState(Optional.empty(), Instant.MIN, Optional.empty());

  /// The state after one more look.
  StreamState after(Optional<StreamSighting> seen, Instant now) {
    return new StreamState(seen, now, isChangedBy(seen, now) ? Optional.of(now) : changeSeenAt);
  }

  /// Whether somebody is writing the stream: it has no end, and was touched a moment ago.
  boolean isFreshAt(Instant now) {
    return is(StreamSighting.Kind.LIVE)
        && (isRecent(sighting.flatMap(StreamSighting::lastModified), now)
            || isRecent(changeSeenAt, now));
  }

  boolean isRecording() {
    return is(StreamSighting.Kind.RECORDING);
  }

  private boolean is(StreamSighting.Kind kind) {
    return sighting.filter(seen -> seen.kind() == kind).isPresent();
  }

  /// A change counts only between looks that lie close together: it may be hours old otherwise.
  private boolean isChangedBy(Optional<StreamSighting> seen, Instant now) {
    Optional<String> before = sighting.flatMap(StreamSighting::etag);
    Optional<String> after = seen.flatMap(StreamSighting::etag);
    return before.isPresent()
        && after.isPresent()
        && !before.equals(after)
        && isRecent(Optional.of(lookedAt), now);
  }

  private static boolean isRecent(Optional<Instant> instant, Instant now) {
    return instant.filter(at -> !at.isBefore(now.minus(FRESHNESS))).isPresent();
  }
}
