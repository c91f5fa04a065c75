package dev.streamgate.model.playback;

import org.jspecify.annotations.Nullable;

/// How far a ticket's holder has come (API §2.7). Times are in whole seconds.
///
/// @param watchedSeconds the furthest point
/// @param lastPositionSeconds where to go on
/// @param durationSeconds length of what is watched, if it was told
public record WatchProgressResponse(
    boolean ok,
    boolean isCompleted,
    long watchedSeconds,
    long lastPositionSeconds,
    int watchCount,
    @Nullable Long durationSeconds) {}
