package dev.streamgate.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a backup's file is called unless somebody says otherwise: by the time at which it was made,
/// so that the newest is the last.
final class BackupName {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'streamgate-backup-'yyyyMMdd'T'HHmmss'Z.zip'")
          .withZone(ZoneOffset.UTC);
  private static final Pattern OURS = Pattern.compile("streamgate-backup-\\d{8}T\\d{6}Z\\.zip");

  private BackupName() {}

  static String at(Instant moment) {
    return NAME.format(moment);
  }

  /// The newest backup of such a name; folders that are not there, or cannot be read, have none.
  static Optional<Path> newestIn(List<Path> folders) {
    return folders.stream()
        .flatMap(folder -> ours(folder).stream())
        .max(Comparator.comparing(file -> file.getFileName().toString()));
  }

  private static List<Path> ours(Path folder) {
    if (!Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> OURS.matcher(file.getFileName().toString()).matches()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
