package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.EmbeddedFiles.Room;
import java.time.Duration;
import java.util.Optional;

/// How a database is, as the failures of those who use it tell; asking costs nothing while it is
/// well. Thread-safe.
final class DatabaseHealth {
  /// Of a disk elsewhere nobody knows how full it is.
  private static final Duration BELIEVED = Duration.ofMinutes(1);

  private final GroupCommit commits;
  private final Optional<EmbeddedFiles> files;
  private volatile boolean damaged;
  private volatile boolean full;
  private volatile long fullAt;

  /// @param files those of an embedded database
  DatabaseHealth(GroupCommit commits, Optional<EmbeddedFiles> files) {
    this.commits = commits;
    this.files = files;
  }

  /// Takes note of a failure, and says it in our words.
  ///
  /// @param doing what was being done
  StorageException failure(String doing, Throwable cause) {
    Optional<DatabaseAilment> ailment = note(cause);
    if (files.isPresent() && ailment.filter(DatabaseAilment.DAMAGED_FILES::equals).isPresent()) {
      return new DamagedDatabaseException(
          files.get().rows(), "cannot be read (%s)".formatted(doing), cause);
    }
    return new StorageException(doing, cause);
  }

  /// Takes note of a failure.
  ///
  /// @return what it tells
  Optional<DatabaseAilment> note(Throwable failure) {
    Optional<DatabaseAilment> ailment = DatabaseAilment.of(failure, files);
    switch (ailment.orElse(DatabaseAilment.BROKEN_LOG)) {
      case BROKEN_LOG -> {} // none, or its log knows
      case DAMAGED_FILES -> damaged = true;
      case FULL_DISK -> {
        fullAt = System.nanoTime();
        full = true;
      }
    }
    return ailment;
  }

  /// What is wrong at present.
  Optional<DatabaseAilment> ailment() {
    if (commits.isBroken()) {
      return Optional.of(DatabaseAilment.BROKEN_LOG);
    }
    if (damaged) {
      return Optional.of(DatabaseAilment.DAMAGED_FILES);
    }
    if (full && hasRoomAgain()) {
      full = false;
    }
    return full ? Optional.of(DatabaseAilment.FULL_DISK) : Optional.empty();
  }

  /// Whether what is in memory must not be written to the files any more.
  boolean isDamaged() {
    return damaged && files.isPresent();
  }

  /// Those of an embedded database.
  Optional<EmbeddedFiles> files() {
    return files;
  }

  private boolean hasRoomAgain() {
    return files
        .map(it -> it.room() == Room.ENOUGH)
        .orElseGet(() -> System.nanoTime() - fullAt > BELIEVED.toNanos());
  }
}
