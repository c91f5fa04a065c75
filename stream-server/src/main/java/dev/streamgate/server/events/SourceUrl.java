package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An address on the web that leads to video, taken apart; nothing is fetched.
///
/// @param base scheme and authority
/// @param names of its path, without the name of a playlist
/// @param isExact whether nothing follows the path
record SourceUrl(String base, List<String> names, boolean isExact) {
  private static final String PLAYLIST_END = ".m3u8";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// The name of a file that is neither playlist nor folder.
  private static final Pattern FILE = Pattern.compile(".*\\.[A-Za-z0-9]{2,5}");

  /// Empty if it is no such address, names an account, or leads to another kind of file.
  static Optional<SourceUrl> read(String text) {
    return Optional.of(text)
        .filter(WebAddress::isAbsolute)
        .map(URI::create)
        .filter(uri -> uri.getRawUserInfo() == null)
        .flatMap(SourceUrl::of);
  }

  private static Optional<SourceUrl> of(URI uri) {
    List<String> names =
        Arrays.stream(Optional.ofNullable(uri.getRawPath()).orElse("").split("/", -1))
            .filter(name -> !name.isEmpty())
            .toList();
    String last = names.isEmpty() ? "" : names.getLast();
    boolean isPlaylist = last.toLowerCase(Locale.ROOT).endsWith(PLAYLIST_END);
    if (!isPlaylist && FILE.matcher(last).matches() && !uri.getRawPath().endsWith("/")) {
      return Optional.empty();
    }
    return Optional.of(
        new SourceUrl(
            uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority(),
            isPlaylist ? names.subList(0, names.size() - 1) : names,
            uri.getRawQuery() == null && uri.getRawFragment() == null));
  }

  /// Whether it is that of a page for frames.
  boolean isEmbed() {
    return names.stream().anyMatch("embed"::equalsIgnoreCase);
  }

  /// The id by which its last folder is called, as video hosts do.
  Optional<String> videoId() {
    return last().map(name -> name.toLowerCase(Locale.ROOT)).filter(ID.asMatchPredicate());
  }

  /// The address of the folder, without a slash at its end. A question or a fragment behind it
  /// would be lost with every file that is asked for, so there is no folder then.
  Optional<String> folder() {
    return isExact || videoId().isPresent()
        ? Optional.of(
            names.isEmpty()
                ? base
                : base + names.stream().collect(Collectors.joining("/", "/", "")))
        : Optional.empty();
  }

  /// The name of the folder, if it is one of a server's own.
  ///
  /// @param origin of the server, without a slash at its end
  Optional<String> folderBelow(String origin) {
    return last()
        .filter(EventId::isValid)
        .filter(name -> folder().equals(Optional.of(origin + "/" + name)));
  }

  private Optional<String> last() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
  }
}
