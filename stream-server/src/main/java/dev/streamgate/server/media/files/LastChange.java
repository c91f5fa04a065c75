package dev.streamgate.server.media.files;

import dev.streamgate.server.media.UpstreamFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When a file of another server was changed last, in the whole seconds that HTTP and every disk
/// can tell.
final class LastChange {
  private LastChange() {}

  /// @param otherwise what counts if the server does not say
  static Instant of(UpstreamFile file, Instant otherwise) {
    return file.lastModified().orElse(otherwise).truncatedTo(ChronoUnit.SECONDS);
  }
}
