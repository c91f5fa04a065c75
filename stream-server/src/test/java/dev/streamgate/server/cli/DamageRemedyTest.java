package dev.streamgate.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageRemedyTest {
  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

  @TempDir Path folder;

  /// Last month's may have been fetched from elsewhere a moment ago.
  @Test
  void theNewestBackupIsTheOneThatWasMadeLastWhateverTheTimesOfFiles() throws IOException {
    Path lastNight = backup("20261128T031500Z");
    Files.setLastModifiedTime(lastNight, FileTime.from(NOW.minus(Duration.ofDays(1))));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path lastMonth = elsewhere.resolve("streamgate-backup-20261020T031500Z.zip");
    Files.setLastModifiedTime(Files.createFile(lastMonth), FileTime.from(NOW));

    assertThat(BackupName.newestIn(List.of(elsewhere, folder), NOW)).contains(lastNight);
  }

  @Test
  void aNameFromTheFutureIsOfAWrongClock() throws IOException {
    Path wrongClock = backup("20990101T000000Z");
    assertThat(BackupName.newestIn(List.of(folder), NOW)).contains(wrongClock);

    Path justNow = backup("20261129T080000Z");
    assertThat(BackupName.newestIn(List.of(folder), NOW)).contains(justNow);
  }

  @Test
  void aNameThatSaysNoMomentIsNoneOfOurs() throws IOException {
    backup("20261399T996199Z");
    assertThat(BackupName.newestIn(List.of(folder, folder.resolve("none")), NOW)).isEmpty();
  }

  private Path backup(String moment) throws IOException {
    return Files.createFile(folder.resolve("streamgate-backup-" + moment + ".zip"));
  }
}
