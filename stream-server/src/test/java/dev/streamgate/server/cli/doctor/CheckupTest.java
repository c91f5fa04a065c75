package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.cli.Installation;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is looked at, and what is said of the rest.
class CheckupTest {
  @TempDir Path folder;

  /// It stands above the configuration of whoever looks.
  @Test
  void thePlacesAreThoseOfTheRunningServer() throws IOException {
    Inspection told =
        new Inspection("db", 9, 1, folder.toString(), "/home/anna/cache", null, List.of());
    assertThat(lines(with(Map.of()), new DataSeen.ByServer(told)))
        .contains("OK    Database: db, schema 9, 1 event", "OK    Stream root: " + folder)
        .anyMatch(it -> it.startsWith("FAIL  SEGMENT_CACHE_ROOT: /home/anna/cache is hidden"));
  }

  /// By a default in its place another server's data would be looked at.
  @ParameterizedTest
  @CsvSource({
    "DATADIR: /srv/gate, DATA_DIR",
    "DATABASE_ULR: jdbc:postgresql://db/x, DATABASE_URL",
    "DATA_DIR: [/srv/gate], DATA_DIR",
    "DATABASE_URL_FILE: {a: b}, DATABASE_URL"
  })
  void whereTheDataIsNamedInVainNoOtherIsLookedAt(String line, String missing) throws IOException {
    ServerConfig.PartlyRead known = ServerConfig.readable(new ConfigSources().yaml(yaml(line)));

    assertThat(Checkup.hasData(known)).isFalse();
    assertThat(lines(known, new DataSeen.Unlocated()))
        .anyMatch(
            it -> it.startsWith("WARN  Data directory: could not be looked at without " + missing))
        .anyMatch(it -> it.startsWith("WARN  Database: could not be looked at without " + missing))
        .anyMatch(it -> it.startsWith("OK    Trusted proxies"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- DATA_DIR", "SOMETHING: /srv/gate", "server: {DATA_DIR: /srv/gate}"})
  void whatIsMeantForNoKeyMayBeMeantForAny(String line) throws IOException {
    assertThat(ServerConfig.readable(new ConfigSources().yaml(yaml(line))).isWhole()).isFalse();
  }

  /// What counts is what was given last.
  @Test
  void aSoundValueThatStandsAboveAnUnusableOneIsLookedAt() throws IOException {
    ConfigSources sources =
        new ConfigSources()
            .yaml(yaml("DATA_DIR: [/srv/gate]"))
            .environment(Map.of("DATA_DIR", folder.toString()));
    assertThat(ServerConfig.readable(sources).unusable()).isEmpty();
    assertThat(ServerConfig.readable(sources).problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PLATFORM_APP_URL, nowhere, Platform",
    "INTERNAL_API_KEY, short, Platform",
    "TLS_CERTIFICATE_FILE, /nowhere, Certificate",
    "UPSTREAM_ORIGIN, nowhere, Free disk",
    "UPSTREAM_ORIGIN, nowhere, Places of the service",
    "ROLE, edge, Platform"
  })
  void noCheckOfAnEdgeIsLeftOutInSilence(String name, String value, String subject)
      throws IOException {
    String missing = name.replace("_FILE", "");
    assertThat(lines(with(edge(name, value)), new DataSeen.None()))
        .anyMatch(it ->
            it.startsWith(
                "WARN  %s: could not be looked at without %s".formatted(subject, missing)));
  }

  @Test
  void anEdgeThatIsNotToldOfItsPlatformSaysSo() throws IOException {
    Map<String, String> settings = edge("PLATFORM_APP_URL", "");
    assertThat(lines(with(settings), new DataSeen.None()))
        .anyMatch(
            it -> it.startsWith("WARN  Platform: could not be looked at without PLATFORM_APP_URL"));
    settings.putAll(Map.of("PLATFORM_APP_URL", "http://localhost:1", "INTERNAL_API_KEY", ""));
    assertThat(lines(with(settings), new DataSeen.None()))
        .anyMatch(
            it -> it.startsWith("WARN  Platform: could not be looked at without INTERNAL_API_KEY"));
  }

  @Test
  void whoMayReadTheSecretsDoesNotHangOnThem() throws IOException {
    Path kept = Files.writeString(folder.resolve("secrets.properties"), "");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(lines(with(edge("INTERNAL_API_KEY", "short")), new DataSeen.None()))
        .anyMatch(it -> it.startsWith("FAIL  Secret files: other users may read " + kept))
        .anyMatch(
            it -> it.startsWith("WARN  Secrets: could not be looked at without INTERNAL_API_KEY"));
  }

  private Path yaml(String line) throws IOException {
    return Files.writeString(folder.resolve("application.yaml"), line + "\n");
  }

  private static Map<String, String> edge(String name, String value) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ROLE", "media");
    settings.put("SEGMENT_CACHE_ROOT", "cache");
    settings.put("UPSTREAM_ORIGIN", "http://localhost:1");
    settings.put("PLATFORM_APP_URL", "http://localhost:1");
    settings.put("PLAYBACK_SIGNING_SECRET", "s".repeat(40));
    settings.put("INTERNAL_API_KEY", "k".repeat(40));
    settings.put(name, value);
    return settings;
  }

  private ServerConfig.PartlyRead with(Map<String, String> settings) {
    Map<String, String> places = Map.of("DATA_DIR", folder.toString(), "PORT", "0");
    return ServerConfig.readable(new ConfigSources().environment(places).environment(settings));
  }

  private List<String> lines(ServerConfig.PartlyRead known, DataSeen seen) throws IOException {
    Path unit = Files.writeString(folder.resolve("unit"), "ProtectHome=yes\n");
    Installation installation = new Installation(folder.resolve("env"), List.of(unit));
    Checkup checkup =
        new Checkup(
            known,
            Optional.empty(),
            new Checkup.Surroundings(
                List.of(),
                Optional.of(installation),
                new Caller("somebody", false, true, "Linux"),
                InstantSource.system()));
    return checkup.rest(seen).map(Finding::line).toList();
  }
}
