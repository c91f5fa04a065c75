package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where what is wrong with the configuration was written.
class SettingPlacesTest {
  private static final String ENVIRONMENT = "the environment";

  private final Map<String, String> environment = new HashMap<>();
  private Path yaml = Path.of("");
  private Path installed = Path.of("");
  private List<String> arguments = List.of();

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    yaml = folder.resolve("application.yaml");
    installed = folder.resolve("streamgate.env");
    Files.writeString(yaml, "# here\nROLE: all\nPORT: many\nPROT: 80\n");
    Files.writeString(installed, "ROLE=all\n#PORT=80\nPORT=1\n PORT=\"few\"\n");
  }

  @Test
  void aFileAndItsLine() {
    assertThat(places()).containsExactly("line 4 of " + yaml, "line 3 of " + yaml);
  }

  @Test
  void aFileAsAWhole() throws IOException {
    Files.writeString(yaml, "- PORT");
    assertThat(places()).containsExactly(yaml.toString());
  }

  @Test
  void theServicesFileIfItsValueIsThatOfTheEnvironment() throws IOException {
    Files.writeString(yaml, "");
    environment.put("PORT", "few");
    assertThat(places()).containsExactly("line 4 of " + installed);
    environment.put("PORT", "fe");
    assertThat(places()).as("another value, of which that is a part").containsExactly(ENVIRONMENT);
    environment.put("PORT", "none");
    assertThat(places()).containsExactly(ENVIRONMENT);
  }

  @Test
  void theCommandLineWhichCountsMost() throws IOException {
    Files.writeString(yaml, "");
    environment.put("PORT", "few");
    arguments = List.of("--PORT=none");
    assertThat(places()).containsExactly("the command line");
  }

  @Test
  void theFileThatHoldsASecret() throws IOException {
    Files.writeString(yaml, "");
    Path key = Files.writeString(folder.resolve("key"), "short");
    environment.put("INTERNAL_API_KEY_FILE", key.toString());
    assertThat(places()).containsExactly(key + ", which the environment names");
    environment.put("INTERNAL_API_KEY_FILE", folder.resolve("none").toString());
    assertThat(places()).containsExactly(ENVIRONMENT);
  }

  /// The same key may be well elsewhere.
  @Test
  void thePlaceOfWhatIsWrongAndNotOfWhatCounts() throws IOException {
    Files.writeString(yaml, "\nPORT_FILE: /nowhere\n");
    environment.put("PORT", "8080");
    environment.put("INTERNAL_API_KEY", "k".repeat(40));
    arguments = List.of("--INTERNAL_API_KEY=x");
    assertThat(places()).containsExactly("line 2 of " + yaml, "the command line");
  }

  @Test
  void whatWasGivenNowhereIsMendedAnywhere() throws IOException {
    Files.writeString(yaml, "ROLE: platform");
    assertThat(places())
        .isNotEmpty()
        .allMatch("application.yaml, the environment or the command line"::equals);
  }

  /// Of all problems, in their order.
  private List<String> places() {
    ConfigSources sources =
        new ConfigSources().yaml(yaml).environment(environment).arguments(arguments);
    SettingPlaces places = new SettingPlaces(environment, Optional.of(installed));
    return ServerConfig.readable(sources).problems().stream().map(places::of).toList();
  }
}
