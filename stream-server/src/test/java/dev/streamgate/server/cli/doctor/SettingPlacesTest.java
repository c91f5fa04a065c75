package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.foundation.ConfigSources;
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
  private static final String PORT = "PORT must be a whole number from 0 to 65535";

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
    assertThat(places().of(PORT)).isEqualTo("line 3 of " + yaml);
    assertThat(places().of("PROT in " + yaml + " is not a key")).isEqualTo("line 4 of " + yaml);
  }

  @Test
  void theServicesFileIfItsValueIsThatOfTheEnvironment() {
    environment.put("PORT", "few");
    assertThat(places().of(PORT)).isEqualTo("line 4 of " + installed);
    environment.put("PORT", "none");
    assertThat(places().of(PORT)).isEqualTo("the environment");
  }

  @Test
  void theCommandLineWhichCountsMost() {
    environment.put("PORT", "few");
    arguments = List.of("--PORT=none");
    assertThat(places().of(PORT)).isEqualTo("the command line");
  }

  @Test
  void theFileThatHoldsASecret() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "short");
    environment.put("INTERNAL_API_KEY_FILE", key.toString());
    assertThat(places().of("INTERNAL_API_KEY must be at least 32 characters"))
        .isEqualTo(key + ", which the environment names");
    environment.put("INTERNAL_API_KEY_FILE", folder.resolve("none").toString());
    assertThat(places().of("INTERNAL_API_KEY_FILE must be the path of a readable file"))
        .isEqualTo("the environment");
  }

  @Test
  void whatWasGivenNowhereIsMendedAnywhere() {
    assertThat(places().of("At least one of STREAM_ROOT or UPSTREAM_ORIGIN must be set"))
        .isEqualTo("application.yaml, the environment or the command line");
  }

  private SettingPlaces places() {
    ConfigSources sources =
        new ConfigSources().yaml(yaml).environment(environment).arguments(arguments);
    return new SettingPlaces(sources, environment, Optional.of(installed));
  }
}
