package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.util.Map;

/// Which folder holds an event's stream, in memory, because the media side asks for every request.
/// Follows the database by being refreshed every few seconds. Thread-safe; reading takes no lock.
public final class FolderIndex {
  private final NamedFolders stored;
  private volatile Map<EventId, String> named = Map.of();

  public FolderIndex(NamedFolders stored) {
    this.stored = stored;
  }

  /// The folder's name: the one staff gave it, else the event's id.
  public String folderOf(EventId event) {
    return named.getOrDefault(event, event.value());
  }

  /// Takes over what the database says now.
  public void refresh() {
    named = Map.copyOf(stored.all());
  }
}
