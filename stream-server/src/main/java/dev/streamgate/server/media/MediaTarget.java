package dev.streamgate.server.media;

import dev.streamgate.server.grants.DirectoryGrant;
import java.util.Optional;

/// What a request line names: a path, and before it perhaps a folder that is a directory token.
///
/// @param directory that folder's name, undecoded and unchecked
/// @param rawPath the path without it, as it came over the wire
public record MediaTarget(Optional<String> directory, String rawPath) {
  private static final String PARAMETER = DirectoryGrant.TOKEN + "=";

  /// Takes the raw path of a request apart.
  public static MediaTarget of(String rawPath) {
    if (!hasDirectoryToken(rawPath)) {
      return new MediaTarget(Optional.empty(), rawPath);
    }
    int end = endOfFirstName(rawPath);
    return new MediaTarget(Optional.of(rawPath.substring(1, end)), rawPath.substring(end));
  }

  /// Whether the first folder of a raw path is a directory token, in whatever order its parameters
  /// stand.
  public static boolean hasDirectoryToken(String rawPath) {
    int found = rawPath.indexOf(PARAMETER);
    return found > 0
        && found < endOfFirstName(rawPath)
        && (found == 1 || rawPath.charAt(found - 1) == '&');
  }

  private static int endOfFirstName(String rawPath) {
    int slash = rawPath.indexOf('/', 1);
    return slash < 0 ? rawPath.length() : slash;
  }
}
