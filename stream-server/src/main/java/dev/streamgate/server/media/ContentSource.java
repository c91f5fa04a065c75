package dev.streamgate.server.media;

import java.io.IOException;
import java.util.Optional;

/// Where stream files come from. Thread-safe.
@FunctionalInterface
public interface ContentSource {

  /// Opens a file; the caller closes it. Empty if there is none.
  ///
  /// @throws SourceUnavailableException if a server that may have it does not say
  /// @throws IOException if there is one and it cannot be opened
  Optional<Content> open(ContentRequest request) throws IOException;

  /// Opens a file to read all of it.
  ///
  /// @throws SourceUnavailableException if a server that may have it does not say
  /// @throws IOException if there is one and it cannot be opened
  default Optional<Content> open(MediaPath path) throws IOException {
    return open(ContentRequest.of(path));
  }
}
