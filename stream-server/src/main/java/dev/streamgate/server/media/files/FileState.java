package dev.streamgate.server.media.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What tells whether a file is still the one that was seen, bytes and all: which file it is, when
/// it was changed and how long it is.
///
/// @param identity the disk's own name for the file, whatever path leads to it; not every system
///   has one
record FileState(@Nullable Object identity, FileTime changed, long size) {
  /// That of FAT.
  private static final Duration COARSEST_TIME = Duration.ofSeconds(2);

  /// Empty if it is no regular file.
  static Optional<FileState> of(BasicFileAttributes attributes) {
    return attributes.isRegularFile()
        ? Optional.of(
            new FileState(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size()))
        : Optional.empty();
  }

  /// Whether an equal state means the same file with the same bytes, whenever it is seen again.
  /// Without an identity another file of the same length and time might lie there, behind a link to
  /// where it may not. And where times are of whole seconds a file that was changed just now might
  /// be changed once more within the same second.
  ///
  /// @param now no later than the file is read
  boolean isDecisive(Instant now) {
    Instant time = changed.toInstant();
    boolean isFine = !time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    return identity != null && (isFine || time.isBefore(now.minus(COARSEST_TIME)));
  }
}
