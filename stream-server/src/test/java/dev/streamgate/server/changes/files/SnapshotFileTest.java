package dev.streamgate.server.changes.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.changes.EdgeSnapshot;
import dev.streamgate.server.denials.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFileTest {
  private static final Instant AT = Instant.parse("2026-03-10T12:00:00.123Z");
  private static final EdgeSnapshot KNOWN =
      new EdgeSnapshot(
          "log-1",
          42,
          AT,
          new Refused(
              Map.of("7K3M9QWX2HTW", AT),
              Set.of("evt-1", "evt-2"),
              Set.of("evt-2"),
              Map.of("sid-1", AT)));

  @TempDir Path folder;

  @Test
  void nothingIsKnownAtTheVeryFirstStart() {
    assertThat(file().load()).isEqualTo(EdgeSnapshot.EMPTY);
  }

  @Test
  void whatWasKeptIsKnownAgain() {
    file().save(EdgeSnapshot.EMPTY);
    file().save(KNOWN);

    assertThat(file().load()).isEqualTo(KNOWN);
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    file().save(KNOWN);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("edge.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatWasLeftHalfWrittenIsInNobodysWay() throws IOException {
    Files.writeString(folder.resolve("edge.json.new"), "{");

    file().save(KNOWN);

    assertThat(file().load()).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "{\"version\":1}",
        "{\"version\":1,\"known\":{\"logId\":\"log-1\",\"cursor\":1}}",
        "{\"version\":2,\"known\":{}}"
      })
  void whatCannotBeReadIsPutAsideAndNotLost(String content) throws IOException {
    Files.writeString(folder.resolve("edge.json"), content);

    assertThat(file().load()).isEqualTo(EdgeSnapshot.EMPTY);
    assertThat(folder.resolve("edge.json")).doesNotExist();
    assertThat(folder.resolve("edge.json.unreadable")).hasContent(content);
  }

  private SnapshotFile file() {
    return new SnapshotFile(folder);
  }
}
