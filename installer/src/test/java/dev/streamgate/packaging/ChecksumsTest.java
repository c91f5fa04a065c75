package dev.streamgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {
  @Test
  void theSumsOfFilesAreThoseOfSha256sum(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b"), "abc");
    Files.writeString(folder.resolve("a"), "");
    Files.createDirectory(folder.resolve("c"));

    Checksums.write(folder);
    Checksums.write(folder);

    assertThat(folder.resolve("SHA256SUMS"))
        .hasContent(
            """
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b
            """);
  }
}
