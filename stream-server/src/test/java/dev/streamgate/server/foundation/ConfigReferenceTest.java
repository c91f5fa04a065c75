package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
  private static final List<String> KEYS =
      Arrays.stream(ConfigKey.values()).map(ConfigKey::name).toList();

  @Test
  void theCommentedReferenceNamesEveryKeyInOrder() throws IOException {
    assertThat(keysIn(Path.of("src/main/resources/application.yaml"), "(?m)^#([A-Z_]+):"))
        .isEqualTo(KEYS);
  }

  @Test
  void theExampleOfAnEnvironmentNamesEveryKeyInOrder() throws IOException {
    assertThat(keysIn(Path.of("../.env.example"), "(?m)^#([A-Z_]+)=")).isEqualTo(KEYS);
  }

  @Test
  void theOperatorsPageNamesEveryKeyInOrder() throws IOException {
    assertThat(keysIn(Path.of("../docs/operating.md"), "(?m)^\\| `([A-Z_]+)` \\|")).isEqualTo(KEYS);
  }

  private static List<String> keysIn(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
