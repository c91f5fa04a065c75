package dev.streamgate.server.media;

import java.net.URI;
import java.util.Optional;

/// Another server that has stream files. Nothing of a viewer's request reaches it but what stands
/// in the address it is asked for. Thread-safe.
public interface Upstream {

  /// Asks for a file; the caller closes it. Empty if the server says that there is none.
  ///
  /// @throws SourceUnavailableException if it says anything else, or nothing in time
  Optional<UpstreamFile> get(URI address) throws SourceUnavailableException;

  /// Asks for a file's headers alone.
  ///
  /// @throws SourceUnavailableException as above
  Optional<UpstreamFile> head(URI address) throws SourceUnavailableException;
}
