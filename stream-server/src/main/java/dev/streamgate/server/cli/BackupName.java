package dev.streamgate.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a backup's file is called unless somebody says otherwise: by the time at which it was made.
final class BackupName {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'streamgate-backup-'yyyyMMdd'T'HHmmss'Z.zip'")
          .withZone(ZoneOffset.UTC);
  private static final Pattern OURS = Pattern.compile("streamgate-backup-\\d{8}T\\d{6}Z\\.zip");

  private BackupName() {}

  static String at(Instant moment) {
    return NAME.format(moment);
  }

  /// The backup of such a name whose file was written last, whatever a clock made of the name;
  /// folders that are not there, or cannot be read, have none.
  static Optional<Path> newestIn(List<Path> folders) {
    return folders.stream()
        .flatMap(folder -> ours(folder).stream())
        .max(Comparator.comparing(BackupName::written).thenComparing(Path::getFileName));
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // gone by now
    }
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
