package dev.streamgate.server.cli;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On a disk that is always full.
@EnabledOnOs(OS.LINUX)
class NamedFolderStreamTest {
  private static final Path FULL = Path.of("/dev/full");
  private static final Path CHOSEN = Path.of("/backups");

  @Test
  void everyWriteNamesTheFolderThatSomebodyChose() throws IOException {
    try (OutputStream out = full()) {
      assertNamed(() -> out.write(1));
      assertNamed(() -> out.write(new byte[10]));
      assertNamed(() -> new ZipOutputStream(out).putNextEntry(new ZipEntry("header")));
    }
  }

  /// Where the system writes late, as to a network disk, the end is what fails.
  @Test
  void soDoesTheEnd() throws IOException {
    assertNamed(late()::flush);
    assertNamed(late()::close);
  }

  private static OutputStream late() throws IOException {
    OutputStream late =
        new NamedFolderStream(
            new BufferedOutputStream(new FileOutputStream(FULL.toFile())), CHOSEN);
    late.write(1);
    return late;
  }

  private static OutputStream full() throws IOException {
    return new NamedFolderStream(new FileOutputStream(FULL.toFile()), CHOSEN);
  }

  private static void assertNamed(ThrowingCallable act) {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(act)
        .returns(CHOSEN.toString(), FileSystemException::getFile)
        .returns("No space left on device", FileSystemException::getReason);
  }
}
