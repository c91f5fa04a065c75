package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What is blamed on the database and its files, and what is not, by failures of a real system:
/// memory that nothing lies in reads as a faulty disk does, `/dev/full` writes as a full one.
@EnabledOnOs(OS.LINUX)
class DatabaseAilmentTest {
  private static final Path FAULTY = Path.of("/proc/self/mem");

  @Test
  void whatTheSystemWouldNotReadIsNoDamage(@TempDir Path folder) {
    DatabaseHealth health =
        new DatabaseHealth(new GroupCommit(), files(folder, _ -> Long.MAX_VALUE));

    assertThat(health.note(failed(faultyDisk()))).isEmpty();
    assertThat(health.isDamaged()).isFalse();

    assertThat(DatabaseAilment.of(failed(new OutOfMemoryError("a row of gigabytes"))))
        .contains(DatabaseAilment.DAMAGED_FILES);
    assertThat(health.note(failed(new EOFException()))).contains(DatabaseAilment.DAMAGED_FILES);
    assertThat(health.isDamaged()).isTrue();
  }

  @Test
  void onlyTheDatabasesOwnDiskIsItsDisk() {
    IOException full = fullDisk();

    assertThat(DatabaseAilment.of(failed(full))).contains(DatabaseAilment.FULL_DISK);
    assertThat(DatabaseAilment.of(new UncheckedIOException("keeping a segment", full))).isEmpty();
    assertThat(DatabaseAilment.of(failed(new IOException("No space left on device"))))
        .as("words that are not the system's")
        .isNotEqualTo(Optional.of(DatabaseAilment.FULL_DISK));
  }

  /// Whatever language the system speaks.
  @Test
  void whereTheDatabaseHasNoRoomTheSystemRefusesForThat(@TempDir Path folder) {
    AtomicLong free = new AtomicLong();
    DatabaseHealth health = new DatabaseHealth(new GroupCommit(), files(folder, _ -> free.get()));

    assertThat(health.note(failed(faultyDisk()))).contains(DatabaseAilment.FULL_DISK);
    assertThat(health.ailment()).contains(DatabaseAilment.FULL_DISK);
    free.set(Long.MAX_VALUE);
    assertThat(health.ailment()).isEmpty();
  }

  @Test
  void aDiskThatCannotBeAskedIsNotCalledFull(@TempDir Path folder) {
    DatabaseHealth health =
        new DatabaseHealth(new GroupCommit(), files(folder.resolve("gone"), FreeSpace.OF_DISKS));

    assertThat(health.note(failed(faultyDisk()))).isEmpty();
    assertThat(health.ailment()).isEmpty();
  }

  /// By a process of its own, since it takes all there are.
  @Test
  @Timeout(60)
  void whereNoFileIsLeftToOpenNoDiskIsFull(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process opening =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 128; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DatabaseAilmentTest.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = opening.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines()).containsExactly("Optional.empty", "Optional.empty");
    }
    assertThat(opening.waitFor()).isZero();
  }

  /// Says what is wrong after a file that is not there, by which all classes are loaded, and after
  /// one that the system would not open any more.
  public static void main(String... arguments) throws IOException {
    DatabaseHealth health =
        new DatabaseHealth(new GroupCommit(), files(Path.of(arguments[0]), FreeSpace.OF_DISKS));
    tell(health, Path.of(arguments[0], "none"));
    tell(health, Path.of("/dev/null"));
  }

  /// Opens a file until that is refused.
  private static void tell(DatabaseHealth health, Path file) throws IOException {
    List<FileInputStream> open = new ArrayList<>();
    try {
      while (true) {
        open.add(new FileInputStream(file.toFile()));
      }
    } catch (FileNotFoundException e) {
      System.out.println(health.note(failed(e)));
    } finally {
      for (FileInputStream one : open) {
        one.close();
      }
    }
  }

  @Test
  void aStartThatTheSystemRefusesMayWorkLater(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("streamgate.script"), FAULTY);

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Database.open(DatabaseAddress.embedded(folder)))
        .withMessageContaining("whose files the system reads and writes (Input/output error)")
        .returns(true, ConfigurationException::maySolveItself);
  }

  @Test
  void theLogHidesNothingOfWhatFailsElsewhere() {
    ILoggingEvent event = told(new UncheckedIOException("keeping a segment", fullDisk()));
    assertThat(event.getThrowableProxy()).isNotNull();
    assertThat(event.getFormattedMessage()).doesNotContain("database");
  }

  @Test
  void aPoolWithoutAFreeConnectionIsNoDatabaseThatIsAway() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:hsqldb:mem:busy");
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection _ = pool.getConnection()) {
      SQLException failure =
          assertThatExceptionOfType(SQLException.class).isThrownBy(pool::getConnection).actual();

      assertThat(told(new StorageException("reading a ticket", failure)).getFormattedMessage())
          .contains("None of the connections to the database came free in time");
    }
  }

  private static ILoggingEvent told(Throwable failure) {
    Logger log = (Logger) LoggerFactory.getLogger(DatabaseAilmentTest.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      FailureLog.tell(log, "answering GET", failure);
      return lines.list.getFirst();
    } finally {
      log.detachAppender(lines);
    }
  }

  /// As the embedded database says it.
  private static SQLException failed(Throwable reason) {
    return new SQLException(
        "file input/output error",
        "S1000",
        -ErrorCode.FILE_IO_ERROR,
        Error.error(ErrorCode.FILE_IO_ERROR, reason));
  }

  private static IOException faultyDisk() {
    return assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> {
          try (FileInputStream disk = new FileInputStream(FAULTY.toFile())) {
            assertThat(disk.read()).isNegative();
          }
        })
        .actual();
  }

  private static IOException fullDisk() {
    return assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> {
          try (FileOutputStream disk = new FileOutputStream("/dev/full")) {
            disk.write(1);
          }
        })
        .actual();
  }

  private static Optional<EmbeddedFiles> files(Path folder, FreeSpace disk) {
    return Optional.of(new EmbeddedFiles(folder.resolve("streamgate"), disk));
  }
}
