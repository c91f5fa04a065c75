package dev.streamgate.server.media.files;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.StreamFolders;
import java.util.Optional;

/// The place of a file in the cache: a stream folder and the path below it, so that files of one
/// name in two renditions never meet.
///
/// @param folder the event's stream folder
/// @param path names joined by `/`
record CacheKey(String folder, String path) {

  /// Empty if the path is that of a file nobody is to find, or the folder is none of ours.
  static Optional<CacheKey> of(MediaPath path, StreamFolders folders) {
    String folder = folders.folderOf(path.event());
    return path.isHidden() || !EventId.isValid(folder)
        ? Optional.empty()
        : Optional.of(new CacheKey(folder, String.join("/", path.names())));
  }

  /// Reads what {@link #toString} wrote.
  ///
  /// @throws IllegalArgumentException if it is no key
  static CacheKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash == text.length() - 1 || !EventId.isValid(text.substring(0, slash))) {
      throw new IllegalArgumentException("not a cache key");
    }
    return new CacheKey(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return folder + "/" + path;
  }
}
