package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.util.Map;

/// The stored folders of those events whose stream is not in the folder of their own id.
public interface NamedFolders {
  Map<EventId, NamedFolder> all();
}
