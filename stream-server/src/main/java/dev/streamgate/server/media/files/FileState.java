package dev.streamgate.server.media.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What tells whether a file is still the one that was seen, bytes and all: which file it is, when
/// it was changed and how long it is.
///
/// @param identity the disk's own name for the file, whatever path leads to it; not every system
///   has one
record FileState(@Nullable Object identity, FileTime changed, long size) {

  /// Empty if it is no regular file.
  static Optional<FileState> of(BasicFileAttributes attributes) {
    return attributes.isRegularFile()
        ? Optional.of(
            new FileState(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size()))
        : Optional.empty();
  }

  /// Whether an equal state means the same file. Otherwise another one of the same length and time
  /// might lie there, behind a link to where it may not.
  boolean isIdentified() {
    return identity != null;
  }
}
