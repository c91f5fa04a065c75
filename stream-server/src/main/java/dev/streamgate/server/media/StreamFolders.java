package dev.streamgate.server.media;

import dev.streamgate.model.events.EventId;
import java.util.Optional;

/// Tells where an event's files are. Asked for every request, so it answers from memory.
@FunctionalInterface
public interface StreamFolders {

  /// The folder below the stream root, the cache root and the upstream origin: one name of the form
  /// of an event id, by default the event's own.
  String folderOf(EventId event);

  /// The address of the folder on another server that staff named for this event alone.
  default Optional<String> addressOf(EventId event) {
    return Optional.empty();
  }

  /// Whether there is such an address of any event.
  default boolean reachesOut() {
    return false;
  }
}
