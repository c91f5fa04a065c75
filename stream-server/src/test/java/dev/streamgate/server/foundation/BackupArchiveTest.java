package dev.streamgate.server.foundation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.operation.BackupManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is refused by the name of whatever is not as it was written.
class BackupArchiveTest {
  private static final byte[] SECRETS = "PLAYBACK_SIGNING_SECRET=one\n".getBytes(UTF_8);

  @TempDir Path folder;

  private Path zip = Path.of("");

  @BeforeEach
  void write() {
    zip = folder.resolve("backup.zip");
    DatabaseAddress source = DatabaseAddress.embedded(folder.resolve("source"));
    FilledDatabase.fill(source);
    FilledDatabase.backUp(source, zip, Optional.of(SECRETS));
  }

  @Test
  void aWholeOneIsRead() {
    try (BackupArchive archive = BackupArchive.open(zip)) {
      assertThat(archive.secrets()).hasValueSatisfying(it -> assertThat(it).isEqualTo(SECRETS));
      assertThat(archive.manifest().rows()).isGreaterThan(FilledDatabase.TICKETS);
    }
  }

  @Test
  void aTruncatedOneIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(zip);
    for (int cut = 1; cut < whole.length; cut += whole.length / 17) {
      Files.write(zip, Arrays.copyOf(whole, cut));

      assertRefused("not a whole zip file");
    }
  }

  @Test
  void aFlippedByteIsRefusedWhereverItChangesAnything() throws IOException {
    byte[] whole = Files.readAllBytes(zip);
    BackupManifest manifest = manifest();
    int refused = 0;
    for (int at = 0; at < whole.length; at += whole.length / 61) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x20;
      Files.write(zip, flipped);

      try {
        assertThat(manifest()).as("byte %d", at).isEqualTo(manifest);
      } catch (DamagedBackupException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(20);
  }

  @Test
  void anEditedTableIsNamed() throws IOException {
    EditedBackup.of(zip).replace("tables/events.jsonl", "evt-1", "evt-2").save();

    assertRefused("tables/events.jsonl is not as it was written");
  }

  @Test
  void editedSecretsAreNamed() throws IOException {
    EditedBackup.of(zip).replace("secrets.properties", "one", "two").save();

    assertRefused("secrets.properties is not as it was written");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    EditedBackup.of(zip).drop("tables/tickets.jsonl").save();
    assertRefused("tables/tickets.jsonl: it is missing");

    EditedBackup.of(zip).drop(BackupManifest.FILE).save();
    assertRefused("it has no manifest.json");
  }

  @Test
  void whatNobodyNamesIsRefused() throws IOException {
    EditedBackup.of(zip).put("../../etc/cron.d/evil", "x").save();

    assertRefused("../../etc/cron.d/evil");
  }

  @Test
  void aTableThatIsNoneIsRefused() throws IOException {
    EditedBackup.of(zip)
        .replace(
            BackupManifest.FILE, "\"table\":\"tickets\"", "\"table\":\"flyway_schema_history\"")
        .save();

    assertRefused("there is no table flyway_schema_history to restore");
  }

  @Test
  void anEndlessLineIsNotReadToItsEnd() throws IOException {
    EditedBackup.of(zip).put("tables/tickets.jsonl", " ".repeat(5_000_000)).resign().save();

    assertRefused("tables/tickets.jsonl: a line is too long");
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    EditedBackup.of(zip).replace(BackupManifest.FILE, "\"format\":1", "\"format\":2").save();

    assertRefused("its format is 2");
  }

  @Test
  void somethingElseIsRefused() throws IOException {
    Files.writeString(zip, "hello");

    assertRefused("not a whole zip file");
  }

  @Test
  void theNumberOfTheNewestMigrationIsRight() {
    DatabaseAddress address = DatabaseAddress.embedded(folder.resolve("fresh"));
    try (Database database = Database.open(address)) {
      int newest = database.query("reading the schema", Migrations::current);

      assertThat(newest).isEqualTo(Migrations.NEWEST);
    }
  }

  private BackupManifest manifest() {
    try (BackupArchive archive = BackupArchive.open(zip)) {
      return archive.manifest();
    }
  }

  private void assertRefused(String words) {
    assertThatThrownBy(() -> BackupArchive.open(zip))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining(words);
  }
}
