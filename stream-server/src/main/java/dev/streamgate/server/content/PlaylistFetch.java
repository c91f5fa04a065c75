package dev.streamgate.server.content;

/// Gets a playlist from the media side, which decides whether the token opens it.
@FunctionalInterface
public interface PlaylistFetch {
  /// What the media side says.
  sealed interface Fetched {
    /// The playlist as this token may see it.
    ///
    /// @param body one character for each byte, which loses nothing
    record Found(String body) implements Fetched {}

    /// The token does not open it.
    record Refused() implements Fetched {}

    /// There is none.
    record Missing() implements Fetched {}

    /// It cannot be told.
    record Unavailable() implements Fetched {}
  }

  /// Gets a playlist.
  ///
  /// @param path below `/streams/`
  Fetched fetch(String path, String token);
}
