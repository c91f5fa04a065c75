package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of copies that are looked at: whoever ends in the middle leaves none, and a folder
/// for temporary files without room is no database without room.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class DatabaseCopyTest {
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  @TempDir Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void fill() {
    data = folder.resolve("data");
    Database.open(DatabaseAddress.embedded(data)).close();
  }

  @Test
  void whoeverIsInterruptedLeavesNoCopy() throws IOException, InterruptedException {
    Process looking = look(Files.createDirectory(folder.resolve("tmp")));
    try (BufferedReader said = looking.inputReader(StandardCharsets.UTF_8)) {
      Path copy = Path.of(said.readLine());
      assertThat(copy).isDirectory();

      looking.destroy(); // as Ctrl+C does, in order

      assertThat(looking.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(copy).doesNotExist();
    } finally {
      looking.destroyForcibly();
    }
  }

  @Test
  void aFolderForTemporaryFilesWithoutRoomIsNamed() {
    List<Path> asked = new ArrayList<>();
    FreeSpace little =
        place -> {
          asked.add(place);
          return 1 << 20;
        };

    LackOfRoomException failure =
        assertThatExceptionOfType(LackOfRoomException.class)
            .isThrownBy(() -> DatabaseCopy.of(data, DatabaseAddress.embedded(data), little))
            .actual();

    assertThat(failure.getMessage())
        .startsWith("the folder for temporary files, " + TEMPORARY + ", has no room")
        .containsPattern("\\d MB are needed, 1 MB are free$");
    assertThat(asked).isNotEmpty().noneMatch(Files::exists);
  }

  /// The database grows when it is opened, and its copy with it.
  @Test
  void aCopyThatCannotGrowIsToldFromADatabaseThatCannot() throws IOException {
    AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    try (DatabaseCopy copy =
        DatabaseCopy.of(data, DatabaseAddress.embedded(data), _ -> free.get())) {
      copy.requireRoom();
      free.set(0);
      assertThatExceptionOfType(LackOfRoomException.class).isThrownBy(copy::requireRoom);
    }
  }

  @Test
  void whatCannotBeCopiedIsAFailureOfFiles() throws IOException {
    try (BottomlessFolder _ = new BottomlessFolder(folder, data.resolve("streamgate.restored"))) {
      assertThatIOException()
          .isThrownBy(() -> DatabaseCopy.of(data, DatabaseAddress.embedded(data)));
    }
  }

  /// What was looked at counts, not what is left of the looking.
  @Test
  void whatCannotBeDeletedStopsNobody() throws IOException {
    DatabaseCopy copy = DatabaseCopy.of(data, DatabaseAddress.embedded(data));
    Path place = copy.address().directory().orElseThrow();
    try (BottomlessFolder _ = new BottomlessFolder(folder, place.resolve("stuck"))) {
      copy.close();
      assertThat(place.resolve("stuck")).exists();
    }
    DatabaseAside.delete(place);
  }

  /// A process that says where its copy is, or why there is none, and goes on looking.
  public static void main(String... arguments) throws InterruptedException {
    Path data = Path.of(arguments[0]);
    try (DatabaseCopy copy = DatabaseCopy.of(data, DatabaseAddress.embedded(data))) {
      System.out.println(copy.address().directory().orElseThrow());
      Thread.sleep(60_000);
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }

  private Process look(Path temporary) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DatabaseCopyTest.class.getName(),
            data.toString())
        .start();
  }
}
