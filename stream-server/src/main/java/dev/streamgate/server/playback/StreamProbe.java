package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventId;
import java.util.Optional;

/// Looks at the playlist of an event.
public interface StreamProbe {
  /// What is there now; empty if nothing can be read. May take seconds.
  Optional<StreamSighting> look(EventId event);
}
