package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventId;
import java.time.Instant;
import java.util.List;

/// Knows which folders of an event are not open yet.
public interface ItemCalendar {
  /// The folders that open after an instant, by name.
  List<LockedItem> lockedAt(EventId event, Instant now);
}
