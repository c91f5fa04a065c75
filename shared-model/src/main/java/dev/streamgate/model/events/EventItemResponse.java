package dev.streamgate.model.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item of an event as staff see it (API §4.3).
///
/// @param availableAt when it opens; null if it is open
public record EventItemResponse(
    String item, @Nullable String title, @Nullable Instant availableAt) {}
