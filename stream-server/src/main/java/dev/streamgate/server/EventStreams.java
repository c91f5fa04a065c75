package dev.streamgate.server;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.events.FolderIndex;
import dev.streamgate.server.media.StreamFolders;
import java.util.Optional;

/// Tells the media side of a server with events where staff say those are.
record EventStreams(FolderIndex folders) implements StreamFolders {

  @Override
  public String folderOf(EventId event) {
    return folders.folderOf(event);
  }

  @Override
  public Optional<String> addressOf(EventId event) {
    return folders.addressOf(event);
  }

  @Override
  public boolean reachesOut() {
    return folders.reachesOut();
  }
}
