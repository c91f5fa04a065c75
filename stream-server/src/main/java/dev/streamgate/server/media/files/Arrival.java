package dev.streamgate.server.media.files;

import dev.streamgate.server.media.UpstreamFile;
import dev.streamgate.server.media.Validators;
import java.time.Instant;
import java.util.OptionalLong;

/// A body that is coming, as its headers announced it.
///
/// @param size in bytes, if it was announced
/// @param verifiable whether it can be told that it broke off
record Arrival(Spool spool, OptionalLong size, boolean verifiable, Instant lastModified) {

  /// @param now stands in for a time of change that the server does not tell
  static Arrival of(UpstreamFile file, Spool spool, Instant now) {
    return new Arrival(spool, file.announcedSize(), file.hasVisibleEnd(), LastChange.of(file, now));
  }

  /// Whether nothing is missing, now that nothing more comes.
  boolean isWhole() {
    return size.isEmpty() || size.getAsLong() == spool.arrived();
  }

  /// Whether what has come may be given to others later. A file of no bytes is most often one that
  /// an encoder has just begun.
  boolean isWorthKeeping() {
    return verifiable && isWhole() && spool.arrived() > 0;
  }

  Validators validators() {
    return Validators.of(
        lastModified, size.orElseThrow(() -> new IllegalStateException("no size announced")));
  }
}
