package dev.streamgate.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every word that is used is in both languages, and every word in them is used.
class CataloguesTest {
  private static final Path HOME = Path.of("dev", "streamgate", "console");
  private static final Path SOURCES = Path.of("src", "main", "java").resolve(HOME);
  private static final Path RESOURCES = Path.of("src", "main", "resources").resolve(HOME);

  /// In FXML `"%key"`; in Java a literal, so that this test finds it: `get("key"`.
  private static final Pattern IN_FXML = Pattern.compile("\"%(\\w+)\"");

  private static final Pattern IN_JAVA = Pattern.compile("\\.get\\(\\s*\"(\\w+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "screen",
        "signin",
        "shell",
        "dashboard",
        "events",
        "tickets",
        "viewers",
        "door",
        "diagnostics",
        "edges",
        "audit",
        "staff",
        "settings",
        "host",
        "hint"
      })
  void aScreenHasExactlyItsWords(String screen) throws IOException {
    Set<String> used = used(screen);
    for (String suffix : List.of("", "_de")) {
      Path file = RESOURCES.resolve(screen).resolve(screen + suffix + ".properties");
      Set<String> known = keys(file);
      assertThat(missing(used, known)).as("paste into %s:", file).isEmpty();
      assertThat(missing(known, used)).as("remove from %s:", file).isEmpty();
    }
  }

  @Test
  void everyCatalogueIsTested() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      assertThat(files.filter(file -> file.toString().endsWith("_de.properties"))).hasSize(15);
    }
  }

  @Test
  void anUnknownLanguageReadsEnglish() {
    assertThat(Catalogues.in("fr").locale()).isEqualTo(Locale.ENGLISH);
    assertThat(Catalogues.in("de-AT").locale()).isEqualTo(Locale.GERMAN);
  }

  private static List<String> missing(Set<String> wanted, Set<String> there) {
    return wanted.stream().filter(key -> !there.contains(key)).map(key -> key + "=").toList();
  }

  private static Set<String> used(String screen) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(RESOURCES.resolve(screen), ".fxml")) {
      IN_FXML.matcher(Files.readString(file)).results().forEach(key -> keys.add(key.group(1)));
    }
    for (Path file : files(SOURCES.resolve(screen), ".java")) {
      IN_JAVA.matcher(Files.readString(file)).results().forEach(key -> keys.add(key.group(1)));
    }
    return keys;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static Set<String> keys(Path file) {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
    return words.stringPropertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
  }
}
