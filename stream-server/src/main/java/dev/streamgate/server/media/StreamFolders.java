package dev.streamgate.server.media;

import dev.streamgate.model.events.EventId;

/// Tells which folder below the stream root holds an event's files. Asked for every request, so it
/// answers from memory.
@FunctionalInterface
public interface StreamFolders {

  /// One folder name of the form of an event id; by default it is the event's own.
  String folderOf(EventId event);
}
