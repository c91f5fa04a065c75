package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The places that tell of the keys and their defaults tell the same, and what is true.
class ConfigReferenceTest {
  private static final List<String> KEYS =
      Arrays.stream(ConfigKey.values()).map(ConfigKey::name).toList();

  @Test
  void theCommentedReferenceNamesEveryKeyInOrder() {
    assertThat(standards().keySet()).containsExactlyElementsOf(KEYS);
  }

  @Test
  void theExampleOfAnEnvironmentSaysTheSame() throws IOException {
    Map<String, String> said =
        found(Path.of("../.env.example"), Pattern.compile("(?m)^#([A-Z_]+)=(.*)$"));

    assertThat(said.keySet()).containsExactlyElementsOf(KEYS);
    assertThat(said).isEqualTo(standards());
  }

  /// A default that is no value, such as "none", is told in words there.
  @Test
  void theOperatorsPageSaysTheSame() throws IOException {
    Map<String, String> said =
        found(
            Path.of("../docs/operating.md"),
            Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?:`([^`]+)`|[^`|][^|]*)"));

    assertThat(said.keySet()).containsExactlyElementsOf(KEYS);
    assertThat(said).isEqualTo(standards());
  }

  static Stream<ConfigReference.Entry> keysWithADefault() {
    return ConfigReference.read().stream().filter(entry -> !entry.standard().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("keysWithADefault")
  void whatIsSaidOfADefaultIsTrue(ConfigReference.Entry entry) {
    String said =
        entry.standard().replace("<DATA_DIR>", "./data").replace("<STREAM_ROOT>", "./streams");

    assertThat(seen(Map.of(entry.key().name(), said))).isEqualTo(seen(Map.of()));
  }

  @Test
  void theFirstWordsOfAllKeysAreSaid() {
    assertThat(ConfigReference.read()).allSatisfy(it -> assertThat(it.words()).isNotBlank());
  }

  /// All that a configuration comes to; that a value was given is no difference.
  private static String seen(Map<String, String> environment) {
    return ServerConfig.load(new ConfigSources().environment(environment))
        .toString()
        .replaceAll("fixed=(true|false)", "")
        .replaceAll("@[0-9a-f]+", "")
        .replace("./", "");
  }

  private static Map<String, String> standards() {
    Map<String, String> standards = new LinkedHashMap<>();
    ConfigReference.read().forEach(it -> standards.put(it.key().name(), it.standard()));
    return standards;
  }

  private static Map<String, String> found(Path file, Pattern line) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    line.matcher(Files.readString(file))
        .results()
        .forEach(it -> found.put(it.group(1), Objects.requireNonNullElse(it.group(2), "")));
    return found;
  }
}
