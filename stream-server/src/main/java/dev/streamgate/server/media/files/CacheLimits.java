package dev.streamgate.server.media.files;

import java.time.Duration;

/// How much of other servers' files is kept, and for how long.
///
/// @param maxBytes on the disk, all files together
/// @param maxAge since a file was fetched
/// @param memoryBytes in memory, while the disk takes none
public record CacheLimits(long maxBytes, Duration maxAge, long memoryBytes) {}
