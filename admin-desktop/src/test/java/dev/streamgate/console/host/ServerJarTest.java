package dev.streamgate.console.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJarTest {
  @Test
  void aServerIsStartedWithABoundedHeap(@TempDir Path folder) {
    Path jar = folder.resolve("stream-server.jar");

    assertThat(ServerJar.command(jar))
        .contains("-Xmx512m")
        .endsWith("-jar", jar.toString())
        .noneMatch(option -> option.startsWith("-XX:AOTCache"));
  }

  @Test
  void aCacheBesideTheJarIsUsed(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("stream-server.aot"));

    assertThat(ServerJar.command(folder.resolve("stream-server.jar")))
        .contains("-XX:AOTCache=" + folder.resolve("stream-server.aot"), "-XX:+VerifySharedSpaces");
  }
}
