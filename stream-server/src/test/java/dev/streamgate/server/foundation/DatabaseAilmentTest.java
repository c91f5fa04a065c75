package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.junit.jupiter.api.Test;
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
  void whatTheSystemWouldNotReadIsNoDamage() {
    DatabaseHealth health =
        new DatabaseHealth(new GroupCommit(), files(Path.of("/tmp/streamgate")));

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
  void whereTheDatabaseHasNoRoomTheSystemRefusesForThat() {
    EmbeddedFiles withoutRoom = new EmbeddedFiles(Path.of("/proc/streamgate"));
    DatabaseHealth health = new DatabaseHealth(new GroupCommit(), Optional.of(withoutRoom));

    assertThat(health.note(failed(faultyDisk()))).contains(DatabaseAilment.FULL_DISK);
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

  private static Optional<EmbeddedFiles> files(Path file) {
    return Optional.of(new EmbeddedFiles(file));
  }
}
