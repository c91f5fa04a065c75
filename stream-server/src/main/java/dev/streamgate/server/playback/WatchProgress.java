package dev.streamgate.server.playback;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a ticket's holder has come in an event or item (Spec, rules §8). Times are in seconds.
///
/// @param watchedSeconds the furthest point; it never goes back, and no report takes it beyond the
///   end
/// @param lastPositionSeconds where to go on
/// @param watchCount how many sessions have begun to play
/// @param completedAt when it was first seen to the end
public record WatchProgress(
    long watchedSeconds,
    long lastPositionSeconds,
    int watchCount,
    @Nullable Long durationSeconds,
    @Nullable Instant completedAt) {
  /// Nothing was watched yet.
  public static final WatchProgress NONE = new WatchProgress(0, 0, 0, null, null);

  private static final double NEARLY_ALL = 0.95;

  public boolean isCompleted() {
    return completedAt != null;
  }

  /// What follows from a report.
  ///
  /// @param isFirstOfSession whether the report begins to play in a session that was not counted
  public WatchProgress after(ProgressReport report, boolean isFirstOfSession, Instant now) {
    Optional<Long> duration =
        report
            .durationSeconds()
            .filter(length -> length > 0)
            .or(() -> Optional.ofNullable(durationSeconds));
    long reported =
        Math.min(report.watchedSeconds(), duration.orElse(ProgressReport.LONGEST_SECONDS));
    long watched = Math.max(watchedSeconds, reported);
    boolean isSeen = report.isCompleted() || duration.filter(d -> isNearly(watched, d)).isPresent();
    return new WatchProgress(
        watched,
        report.lastPositionSeconds(),
        watchCount + (isFirstOfSession ? 1 : 0),
        duration.orElse(null),
        completedAt == null && isSeen ? now : completedAt);
  }

  private static boolean isNearly(long watched, long duration) {
    return duration > 0 && watched >= duration * NEARLY_ALL;
  }
}
