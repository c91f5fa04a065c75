package dev.streamgate.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageRemedyTest {
  @TempDir Path folder;

  @Test
  void onlyAPackageOnASystemWithSudoNeedsIt() throws IOException {
    Path sudo = Files.createFile(folder.resolve("sudo"));
    assertThat(sudo.toFile().setExecutable(true)).isTrue();

    assertThat(DamageRemedy.command(true, sudo)).isEqualTo("sudo ./streamgate");
    assertThat(DamageRemedy.command(true, folder.resolve("none"))).isEqualTo("./streamgate");
    assertThat(DamageRemedy.command(false, sudo)).isEqualTo("./streamgate");
  }

  @Test
  void theNewestBackupIsTheOneThatWasWrittenLast() throws IOException {
    Path wrongClock = folder.resolve("streamgate-backup-20990101T000000Z.zip");
    Path newest = folder.resolve("streamgate-backup-20260101T000000Z.zip");
    Files.setLastModifiedTime(
        Files.createFile(wrongClock), FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    Files.createFile(newest);

    assertThat(BackupName.newestIn(List.of(folder))).contains(newest);
  }
}
