package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What `docs/monitoring` asks Prometheus for is what the program counts.
class MonitoringFilesTest {
  private static final Path FILES = Path.of("../docs/monitoring");
  private static final Pattern ASKED = Pattern.compile("streamgate(_[a-z]+)+");
  private static final Pattern COUNTED = Pattern.compile("\"(streamgate([._][a-z]+)+)\"");

  /// What Prometheus puts behind a name, by the kind of what is counted.
  private static final Pattern ENDING =
      Pattern.compile("(_total|_seconds_bucket|_seconds_count|_seconds_sum|_seconds)$");

  @Test
  void everyNameIsOneOfTheProgram() throws IOException {
    Set<String> counted =
        names(
            Path.of("src/main/java"), ".java", COUNTED, found -> found.group(1).replace('.', '_'));

    Set<String> asked =
        names(FILES, "", ASKED, MatchResult::group).stream()
            .map(name -> ENDING.matcher(name).replaceFirst(""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(
            counted.stream()
                .map(name -> ENDING.matcher(name).replaceFirst(""))
                .collect(Collectors.toSet()))
        .containsAll(asked);
  }

  @Test
  void theDashboardIsJsonWithPanels() throws IOException {
    assertThat(
            WireJson.tree(Files.readAllBytes(FILES.resolve("grafana-dashboard.json")))
                .path("panels"))
        .isNotEmpty();
  }

  private static Set<String> names(
      Path folder, String ending, Pattern pattern, Function<MatchResult, String> name)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .flatMap(file -> pattern.matcher(text(file)).results())
          .map(name)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
