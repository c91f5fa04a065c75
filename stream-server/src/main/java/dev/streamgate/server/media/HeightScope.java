package dev.streamgate.server.media;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one multivariant playlist closes to viewers of a maximum height: the playlists of higher
/// renditions, and everything below their folders unless a permitted one uses the same folder
/// (Spec, media §2).
final class HeightScope {
  private final Set<String> openPlaylists = new HashSet<>();
  private final Set<String> closedPlaylists = new HashSet<>();
  private final Set<String> openFolders = new HashSet<>();
  private final Set<String> closedFolders = new HashSet<>();

  private HeightScope() {}

  static HeightScope of(MediaPath path, Playlist playlist, int maxHeight) {
    HeightScope scope = new HeightScope();
    HeightFilter filter = playlist.filter(maxHeight);
    add(path, filter.open(), scope.openPlaylists, scope.openFolders);
    add(path, filter.closed(), scope.closedPlaylists, scope.closedFolders);
    return scope;
  }

  /// Whether a path is closed. Of the folders around it the nearest that a rendition uses decides.
  boolean closes(MediaPath path) {
    String file = path.normalised();
    if (openPlaylists.contains(file)) {
      return false;
    }
    if (closedPlaylists.contains(file)) {
      return true;
    }
    for (String folder = folderOf(file); !folder.isEmpty(); folder = folderOf(folder)) {
      if (openFolders.contains(folder) || closedFolders.contains(folder)) {
        return !openFolders.contains(folder);
      }
    }
    return false;
  }

  private static void add(
      MediaPath base, List<String> addresses, Set<String> playlists, Set<String> folders) {
    for (String address : addresses) {
      PlaylistAddress.resolve(base, address)
          .map(MediaPath::normalised)
          .ifPresent(path -> {
            playlists.add(path);
            folders.add(folderOf(path));
          });
    }
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
