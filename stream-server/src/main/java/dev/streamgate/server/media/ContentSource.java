package dev.streamgate.server.media;

import java.io.IOException;
import java.util.Optional;

/// Where stream files come from. Thread-safe.
public interface ContentSource {

  /// Opens a file; the caller closes it. Empty if there is none.
  ///
  /// @throws IOException if there is one and it cannot be opened
  Optional<Content> open(MediaPath path) throws IOException;
}
