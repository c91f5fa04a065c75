package dev.streamgate.server.media.files;

import dev.streamgate.server.media.DiskPlace;
import dev.streamgate.server.media.Validators;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A file in one state, in which it was found to lie where it may. Thread-safe.
final class KnownFile {
  private final Path named;
  private final StreamRoot.Found found;
  private final FileState state;
  private final Validators validators;
  private final boolean decisive;
  private final AtomicInteger uses = new AtomicInteger();
  private volatile @Nullable DiskPlace place;

  /// @param named the way that was asked for, with all its links
  /// @param found where it led
  /// @param now when its state was looked at
  KnownFile(Path named, StreamRoot.Found found, FileState state, Instant now) {
    this.named = named;
    this.found = found;
    this.state = state;
    this.decisive = state.isDecisive(now);
    this.validators = Validators.of(state.changed().toInstant(), state.size());
  }

  /// Whether this way still leads to the same file in the same state. What lay where it may then
  /// does so now: it is the same file.
  boolean isStill(Path way) throws IOException {
    return named.equals(way) && isStill();
  }

  /// Whether the file is still in the same state.
  boolean isStill() throws IOException {
    try {
      return FileState.of(Files.readAttributes(named, BasicFileAttributes.class))
          .filter(state::equals)
          .isPresent();
    } catch (FileSystemException e) {
      return false; // gone, a loop of links by now, or no longer to be looked at
    }
  }

  /// Whether it may be remembered.
  boolean isDecisive() {
    return decisive;
  }

  Path real() {
    return found.path();
  }

  long size() {
    return state.size();
  }

  Validators validators() {
    return validators;
  }

  /// The same for others, made once.
  ///
  /// @param root which one it was found below
  DiskPlace place(DiskPlace.Root root) {
    DiskPlace made = place;
    if (made == null) {
      made = DiskPlace.of(root, found.root().relativize(found.path()));
      place = made;
    }
    return made;
  }

  /// Counts another use.
  ///
  /// @return how often it was used, this time included
  int use() {
    return uses.incrementAndGet();
  }
}
