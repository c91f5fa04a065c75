package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
  void aFolderForTemporaryFilesWithoutRoomIsNamed() throws IOException, InterruptedException {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString())).isTrue();
    try (BufferedReader said = look(small).inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine())
          .startsWith("the folder for temporary files, " + small + ", has no room")
          .containsPattern("\\d MB are needed, \\d MB are free")
          .contains("-Djava.io.tmpdir=");
      try (Stream<Path> left = Files.list(small)) {
        assertThat(left).isEmpty();
      }
    } finally {
      run("umount", small.toString());
    }
  }

  /// What was looked at counts, not what is left of the looking.
  @Test
  void whatCannotBeDeletedStopsNobody() throws IOException, InterruptedException {
    DatabaseCopy copy = DatabaseCopy.of(data, DatabaseAddress.embedded(data));
    Path place = copy.address().directory().orElseThrow();
    Path busy = Files.createDirectory(place.resolve("busy"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", busy.toString())).isTrue();

    try {
      copy.close();
      assertThat(busy).exists();
    } finally {
      run("umount", busy.toString());
      DatabaseAside.delete(place);
    }
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

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // this system has no such program
    }
  }
}
