package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.DatabaseAilment;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.foundation.SystemRefusal;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.stream.Stream;

/// Says for people why something failed. Files' own failures name the file and nothing else.
public final class FailureWords {
  private FailureWords() {}

  /// A problem of the configuration, to go on with in a line of its own.
  public static String ofProblem(String problem) {
    return problem.replaceFirst("^Configuration error: ", "").replaceFirst("\\.$", "");
  }

  /// What failed and, if it was a file, why.
  public static String of(Throwable failure) {
    return switch (failure) {
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          of(unchecked.getCause());
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case NoSuchFileException missing -> missing.getFile() + ": no such file";
      case FileSystemException file ->
          file.getFile() + ": " + Optional.ofNullable(file.getReason()).orElse("cannot be used");
      case StorageException storage when DatabaseAilment.of(storage).isPresent() ->
          storage.getMessage() + ". " + DatabaseAilment.of(storage).get().text();
      default -> Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    };
  }

  /// Whether there is no room for what was to be done, in the database or in a file.
  static boolean isFullDisk(Throwable failure) {
    return DatabaseAilment.of(failure).filter(DatabaseAilment.FULL_DISK::equals).isPresent()
        || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(SystemRefusal::isForLackOfRoom);
  }
}
