package dev.streamgate.server.playback;

import java.time.Instant;

/// A folder of an event that opens later.
public record LockedItem(String item, Instant availableAt) {}
