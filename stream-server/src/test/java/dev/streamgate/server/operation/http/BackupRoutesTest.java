package dev.streamgate.server.operation.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.StaffCaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRoutesTest {
  private static final StaffCaller OWNER = new StaffCaller("acc-1", "olga", StaffRole.OWNER, false);

  @TempDir Path folder;

  private final Database database = TestDatabase.HSQLDB.open();
  private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
  private final List<Answer> meanwhile = new CopyOnWriteArrayList<>();
  private Runnable whenNoted = () -> {};
  private ServerUnderTest server;

  @BeforeEach
  void start() {
    Backup backup = new Backup(database, "1.2.3", MutableClock.atNoon());
    server =
        new ServerUnderTest(
            routes ->
                new BackupRoutes(
                        backup,
                        folder,
                        this::note,
                        ServerUnderTest.REQUESTERS,
                        MutableClock.atNoon())
                    .register(routes),
            OWNER);
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void aBackupIsAFileToSaveAndLeavesNothingBehind() throws IOException {
    Answer answer = backUp();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
    assertThat(answer.header("Content-Disposition"))
        .matches("attachment; filename=\"streamgate-backup-\\d{8}T\\d{6}Z\\.zip\"");
    assertThat(answer.header("Content-Length"))
        .isEqualTo(Integer.toString(answer.response().body().length));
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      assertThat(zip.getNextEntry()).hasToString("tables/settings.jsonl");
    }
    server.close(); // waits for running answers, and a file goes after it was sent
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoTookOneIsWrittenDown() {
    backUp();

    assertThat(audit).hasSize(1);
    assertThat(audit.getFirst().action()).isEqualTo(AuditAction.BACKUP_CREATED);
    assertThat(audit.getFirst().requester().actor()).isEqualTo("olga");
    assertThat(audit.getFirst().detail()).matches("\\d+ rows, \\d+ bytes");
  }

  @Test
  void oneIsMadeAtATime() {
    whenNoted = () -> meanwhile.add(backUp());

    assertThat(backUp().status()).isEqualTo(200);
    assertThat(meanwhile).hasSize(1);
    assertThat(meanwhile.getFirst().status()).isEqualTo(409);
    assertThat(meanwhile.getFirst().error()).isEqualTo("A backup is being made already");
    whenNoted = () -> {};
    assertThat(backUp().status()).isEqualTo(200);
  }

  private void note(AuditEntry entry) {
    audit.add(entry);
    whenNoted.run();
  }

  private Answer backUp() {
    return server.send("POST", "/api/admin/backup", "{}");
  }
}
