package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.cli.Installation;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running server tells stands above the configuration of whoever looks.
class CheckupTest {
  @TempDir Path folder;

  @Test
  void thePlacesAreThoseOfTheRunningServer() throws IOException {
    Path unit = Files.writeString(folder.resolve("unit"), "ProtectHome=yes\n");
    Installation installation = new Installation(folder.resolve("env"), List.of(unit));
    Map<String, String> settings =
        Map.of("DATA_DIR", folder.resolve("data").toString(), "PORT", "0");
    Checkup checkup =
        new Checkup(
            ServerConfig.readable(new ConfigSources().environment(settings)),
            Optional.empty(),
            new Checkup.Surroundings(
                List.of(),
                Optional.of(installation),
                new Caller("somebody", false, true, "Linux"),
                InstantSource.system()));
    Inspection told = new Inspection("db", 9, 1, folder.toString(), "/home/anna/cache", List.of());

    List<String> lines = checkup.rest(new DataSeen.ByServer(told)).map(Finding::line).toList();

    assertThat(lines)
        .contains("OK    Database: db, schema 9, 1 event", "OK    Stream root: " + folder)
        .anyMatch(it -> it.startsWith("FAIL  SEGMENT_CACHE_ROOT: /home/anna/cache is hidden"));
  }
}
