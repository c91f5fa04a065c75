package dev.streamgate.server.playback;

import java.time.Instant;
import java.util.Optional;

/// Keeps how far the holders of tickets have come.
public interface ProgressStore {
  /// What is watched by whom.
  ///
  /// @param item empty for the whole event
  record Place(String ticketId, Optional<String> item) {}

  /// The next state of a progress.
  interface Step {
    /// What follows from `before`.
    ///
    /// @param isFirstOfSession whether the session begins to play for the first time
    WatchProgress from(WatchProgress before, boolean isFirstOfSession);
  }

  Optional<WatchProgress> find(Place place);

  /// Takes a step in one transaction; of several at a time none is lost.
  ///
  /// @param starting the session that begins to play, if one does; it counts once
  WatchProgress update(Place place, Optional<String> starting, Instant now, Step step);
}
