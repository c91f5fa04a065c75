package dev.streamgate.server.media;

import dev.streamgate.model.events.EventId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the files of an event are on another server (Spec, media §4): below the address that staff
/// named for it, else in its folder below the origin.
public final class UpstreamAddresses {
  private static final String PLAYLIST_END = ".m3u8";

  private final Optional<String> origin;
  private final StreamFolders folders;

  /// @param origin base address of the origin, without a slash at its end, if there is one
  public UpstreamAddresses(Optional<String> origin, StreamFolders folders) {
    this.origin = origin;
    this.folders = folders;
  }

  /// The address of the event's folder, ending in a slash. Empty if no other server has its files.
  public Optional<String> folderOf(EventId event) {
    String folder = folders.folderOf(event);
    return folders
        .addressOf(event)
        .flatMap(UpstreamAddresses::folderIn)
        .or(() ->
            origin.filter(base -> EventId.isValid(folder)).map(base -> base + "/" + folder + "/"));
  }

  /// The address of one file below that folder. Hidden files have none.
  public Optional<URI> of(ContentRequest request) {
    MediaPath path = request.path();
    String names =
        path.names().stream().map(PercentEncoding::encode).collect(Collectors.joining("/"));
    String query = request.directives().query();
    return folderOf(path.event())
        .filter(folder -> !path.isHidden())
        .map(folder -> URI.create(folder + names + (query.isEmpty() ? "" : "?" + query)));
  }

  /// Staff name a folder, or a playlist in it. What follows the path is not part of a folder.
  private static Optional<String> folderIn(String address) {
    try {
      URI uri = new URI(address);
      String path = Optional.ofNullable(uri.getRawPath()).orElse("");
      if (path.toLowerCase(Locale.ROOT).endsWith(PLAYLIST_END)) {
        path = path.substring(0, path.lastIndexOf('/') + 1);
      }
      String folder = path.endsWith("/") ? path : path + "/";
      return Optional.ofNullable(uri.getRawAuthority())
          .map(authority -> uri.getScheme() + "://" + authority + folder);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
