package dev.streamgate.server.events;

import dev.streamgate.model.events.AccessWindow;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventSchedule;
import dev.streamgate.model.events.TakeoverRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A scheduled programme with one stream folder (Spec, rules §1). Being inactive refuses every
/// ticket; being archived only hides the event from lists.
public record Event(
    EventId id,
    String title,
    @Nullable String description,
    @Nullable String streamUrl,
    @Nullable String streamFolder,
    @Nullable String posterUrl,
    EventSchedule schedule,
    AccessWindow accessWindow,
    boolean isActive,
    boolean isArchived,
    @Nullable Instant deactivatedAt,
    boolean previewEnabled,
    boolean watermark,
    TakeoverRule takeover,
    int maxTakeovers,
    Instant createdAt,
    Instant updatedAt) {

  /// The last instant at which this event's tickets open it.
  public Instant ticketsExpireAt() {
    return accessWindow.expiryAfter(schedule.endsAt());
  }
}
