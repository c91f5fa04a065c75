package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.util.Map;
import java.util.Optional;

/// Which folder holds an event's stream, in memory, because the media side asks for every request.
/// Follows the database by being refreshed every few seconds. Thread-safe; reading takes no lock.
public final class FolderIndex {
  private final NamedFolders stored;
  private volatile Map<EventId, NamedFolder> named = Map.of();
  private volatile boolean reachesOut;

  public FolderIndex(NamedFolders stored) {
    this.stored = stored;
  }

  /// The folder's name: the one staff gave it, else the event's id.
  public String folderOf(EventId event) {
    return find(event).flatMap(NamedFolder::name).orElse(event.value());
  }

  /// The folder's address, if staff said that it is on another server.
  public Optional<String> addressOf(EventId event) {
    return find(event).flatMap(NamedFolder::address);
  }

  /// Whether any event's folder is on another server.
  public boolean reachesOut() {
    return reachesOut;
  }

  /// Takes over what the database says now.
  public void refresh() {
    named = Map.copyOf(stored.all());
    reachesOut = named.values().stream().anyMatch(folder -> folder.address().isPresent());
  }

  private Optional<NamedFolder> find(EventId event) {
    return Optional.ofNullable(named.get(event));
  }
}
