package dev.streamgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Path EXAMPLE = Path.of("..", ".env.example");

  @Test
  void theInstalledConfigurationSetsTheTwoPlacesAndExplainsEveryOtherKey() throws IOException {
    List<String> lines = Settings.installed(EXAMPLE);

    assertThat(lines.stream().filter(line -> line.matches("[A-Z_]+=.*")))
        .containsExactly("DATA_DIR=/var/lib/streamgate", "STREAM_ROOT=/var/lib/streamgate/streams");
    assertThat(lines).noneMatch(line -> line.contains(" docs/"));
    assertThat(lines).anyMatch(line -> line.contains("/usr/share/doc/streamgate/nginx/"));
    assertThat(keys(lines)).containsAll(keys(Files.readAllLines(EXAMPLE)));
  }

  @Test
  void anExampleThatNamesAPlaceNoMoreEndsTheBuild(@TempDir Path folder) throws IOException {
    Path example = folder.resolve("example");
    Files.write(example, List.of("# Head.", "", "#DATA_DIR=./data"));

    assertThatThrownBy(() -> Settings.installed(example)).hasMessageContaining("STREAM_ROOT");
  }

  private static List<String> keys(List<String> lines) {
    return lines.stream()
        .filter(line -> line.matches("#?[A-Z_]+=.*"))
        .map(line -> line.replaceFirst("#?([A-Z_]+)=.*", "$1"))
        .toList();
  }
}
