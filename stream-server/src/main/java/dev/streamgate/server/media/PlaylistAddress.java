package dev.streamgate.server.media;

import dev.streamgate.model.playback.StreamPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves an address in a playlist as a player would (RFC 3986 §5.2), to a path of ours.
final class PlaylistAddress {
  private static final Pattern WITH_AUTHORITY =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*+:)?//[^/?#]*+(.*)", Pattern.DOTALL);

  private PlaylistAddress() {}

  /// Empty if it leads to nothing that could be served. The host is not looked at: whatever name we
  /// are reached by, the path is what we know it by.
  static Optional<MediaPath> resolve(MediaPath playlist, String address) {
    Matcher withAuthority = WITH_AUTHORITY.matcher(address);
    String path = withoutQuery(withAuthority.matches() ? withAuthority.group(1) : address);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Deque<String> segments = new ArrayDeque<>();
    if (!path.startsWith("/")) {
      addFolders(playlist, segments);
    }
    for (String segment : path.split("/", -1)) {
      follow(segment, segments);
    }
    return MediaPath.of("/" + String.join("/", segments));
  }

  private static void addFolders(MediaPath playlist, Deque<String> segments) {
    segments.add(StreamPath.PREFIX.replace("/", ""));
    segments.add(playlist.event().value());
    playlist.names().subList(0, playlist.names().size() - 1).stream()
        .map(PercentEncoding::encode)
        .forEach(segments::add);
  }

  private static void follow(String segment, Deque<String> segments) {
    switch (segment.replace("%2e", ".").replace("%2E", ".")) {
      case "", "." -> {}
      case ".." -> segments.pollLast();
      default -> segments.add(PercentEncoding.escapeLiterals(segment));
    }
  }

  private static String withoutQuery(String address) {
    for (int index = 0; index < address.length(); index++) {
      if (address.charAt(index) == '?' || address.charAt(index) == '#') {
        return address.substring(0, index);
      }
    }
    return address;
  }
}
