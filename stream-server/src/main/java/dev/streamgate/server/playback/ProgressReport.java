package dev.streamgate.server.playback;

import java.util.Optional;

/// How far a viewer has come, as a player tells it. Times are in whole seconds, none is negative.
///
/// @param watchedSeconds the furthest point
/// @param lastPositionSeconds where the viewer is now
/// @param durationSeconds length of what is watched, if the player knows it
/// @param isCompleted whether it was seen to the end
/// @param isStart whether playback has begun with this report
public record ProgressReport(
    long watchedSeconds,
    long lastPositionSeconds,
    Optional<Long> durationSeconds,
    boolean isCompleted,
    boolean isStart,
    Optional<PlayerEvent> event) {
  /// A year. No event lasts longer, and sums of such numbers overflow nowhere.
  public static final long LONGEST_SECONDS = 366L * 24 * 3600;

  public ProgressReport {
    checkTime(watchedSeconds);
    checkTime(lastPositionSeconds);
    durationSeconds.ifPresent(ProgressReport::checkTime);
  }

  /// Whether a number of seconds can be meant.
  public static boolean isTime(double seconds) {
    return seconds >= 0 && seconds <= LONGEST_SECONDS;
  }

  private static void checkTime(long seconds) {
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw new IllegalArgumentException("no time of a viewer: " + seconds);
    }
  }
}
