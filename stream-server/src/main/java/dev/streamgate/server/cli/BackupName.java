package dev.streamgate.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a backup's file is called unless somebody says otherwise: by the time at which it was made.
final class BackupName {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'streamgate-backup-'yyyyMMdd'T'HHmmss'Z.zip'")
          .withZone(ZoneOffset.UTC);

  private BackupName() {}

  static String at(Instant moment) {
    return NAME.format(moment);
  }

  private record Named(Path file, Instant moment) {}

  /// The backup that was made last, by its name: a file's own time is that of its last copy. A name
  /// from the future is of a wrong clock, and counts where there is no other; folders that are not
  /// there, or cannot be read, have none.
  static Optional<Path> newestIn(List<Path> folders, Instant now) {
    return folders.stream()
        .flatMap(folder -> list(folder).stream())
        .flatMap(file -> named(file).stream())
        .max(
            Comparator.<Named, Boolean>comparing(it -> !it.moment().isAfter(now))
                .thenComparing(Named::moment))
        .map(Named::file);
  }

  private static Optional<Named> named(Path file) {
    try {
      return Optional.of(new Named(file, NAME.parse(file.getFileName().toString(), Instant::from)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
