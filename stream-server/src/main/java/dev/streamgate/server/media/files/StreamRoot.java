package dev.streamgate.server.media.files;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.StreamFolders;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The folder that holds one stream folder per event, and the rule that nobody gets out of the
/// folder of the event whose path was asked for (Spec, media §6).
final class StreamRoot {
  private final Path root;
  private final StreamFolders folders;

  StreamRoot(Path root, StreamFolders folders) {
    this.root = root;
    this.folders = folders;
  }

  /// The way to a file by the names that were asked for. Empty if it is hidden, or cannot be said
  /// on this platform.
  Optional<Path> way(MediaPath path) {
    String folderName = folders.folderOf(path.event());
    if (path.isHidden() || !EventId.isValid(folderName)) {
      return Optional.empty();
    }
    try {
      return Optional.of(root.resolve(folderName).resolve(String.join("/", path.names())));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// A file that was found.
  ///
  /// @param root the real folder of all stream folders
  /// @param path where it really lies below that
  record Found(Path root, Path path) {}

  /// Where a path really leads, symbolic links resolved. Empty if nothing is there, or if what is
  /// there is hidden, spelled otherwise, or outside the event's folder.
  ///
  /// @throws IOException if the way to it may not be searched
  Optional<Found> find(MediaPath path) throws IOException {
    String folderName = folders.folderOf(path.event());
    if (path.isHidden() || !EventId.isValid(folderName)) {
      return Optional.empty();
    }
    try {
      Path realRoot = root.toRealPath();
      return resolve(realRoot.resolve(folderName), path).map(real -> new Found(realRoot, real));
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException | InvalidPathException e) {
      // Not there, a loop of links, a file used as a folder, or a name this platform cannot
      // express.
      return Optional.empty();
    }
  }

  private static Optional<Path> resolve(Path folder, MediaPath path) throws IOException {
    Path asked = folder.resolve(String.join("/", path.names()));
    Path real = asked.toRealPath();
    return real.startsWith(folder) && isSpelledLike(asked) ? Optional.of(real) : Optional.empty();
  }

  /// On disks that ignore case one file answers to many names, but grants and deny rules compare
  /// text; so only the name that the disk itself has counts. Path equality would ignore case, too.
  private static boolean isSpelledLike(Path asked) throws IOException {
    return asked.toRealPath(LinkOption.NOFOLLOW_LINKS).toString().equals(asked.toString());
  }
}
