package dev.streamgate.model.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a viewer is told about the event of a ticket (API §2.2).
public record PublicEventInfo(
    String title,
    @Nullable String description,
    Instant startsAt,
    Instant endsAt,
    @Nullable String posterUrl,
    boolean isLive) {}
