package dev.streamgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever starts a server, in whatever language, starts it with the same bounds (docs/adr/0047).
class JavaOptionsTest {
  private static final List<String> BOUNDS =
      JavaOptions.ofServer("any").stream().takeWhile(it -> !it.contains("AOT")).toList();

  private static final List<String> OF_A_CACHE =
      JavaOptions.ofServer("any").stream()
          .filter(it -> it.startsWith("-Xlog") || it.contains("VerifyShared"))
          .toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "streamgate",
        "streamgate.cmd",
        "installer/src/main/packaging/linux/streamgate",
        "admin-desktop/src/main/java/dev/streamgate/console/host/ServerJar.java"
      })
  void everyLauncherSaysTheSame(String file) throws IOException {
    String launcher = Files.readString(Path.of("..").resolve(file));

    assertThat(BOUNDS).hasSize(3);
    assertThat(launcher).contains(BOUNDS);
    if (launcher.contains("-XX:AOTCache=")) {
      assertThat(OF_A_CACHE).hasSize(3);
      assertThat(launcher).contains(OF_A_CACHE);
    }
  }

  /// Where the system translates its words (docs/adr/0081), which packages for Windows and macOS
  /// need not mind.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "streamgate",
        "installer/src/main/packaging/linux/streamgate",
        "admin-desktop/src/main/java/dev/streamgate/console/host/ProcessServerProgram.java"
      })
  void everyLauncherHasTheSystemSpeakEnglishToTheServer(String file) throws IOException {
    assertThat(Files.readString(Path.of("..").resolve(file)))
        .containsPattern("(?m)^ *export LANGUAGE=C\\s|^ *[^/ ].*\"LANGUAGE\", \"C\"");
  }
}
