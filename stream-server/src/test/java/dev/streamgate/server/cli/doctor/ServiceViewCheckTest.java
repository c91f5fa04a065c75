package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.cli.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places that systemd hides from the installed service.
class ServiceViewCheckTest {
  private static final Caller SOMEBODY = new Caller("somebody", false, false, "Linux");

  @TempDir Path folder;

  @Test
  void placesInHomesAreHiddenUnlessTheUnitIsEdited() throws IOException {
    Path unit = Files.writeString(folder.resolve("s.service"), "[Service]\nProtectHome=yes\n");
    Path edits = folder.resolve("s.service.d");
    Installation installation = new Installation(folder.resolve("env"), List.of(unit, edits));
    Map<String, Path> places =
        Map.of("STREAM_ROOT", Path.of("/home/anna/streams"), "DATA_DIR", Path.of("/var/lib/x"));

    assertThat(new ServiceViewCheck(installation, places, SOMEBODY).findings())
        .singleElement()
        .satisfies(it ->
            assertThat(it.line())
                .startsWith("FAIL  STREAM_ROOT: /home/anna/streams is hidden from the service")
                .contains("ProtectHome=yes")
                .contains("systemctl edit streamgate"));
    Files.writeString(
        Files.createDirectory(edits).resolve("override.conf"), "[Service]\nProtectHome=no\n");
    assertThat(new ServiceViewCheck(installation, places, SOMEBODY).findings()).isEmpty();
  }

  @Test
  void aLinkIntoAHiddenPlaceIsSeenThrough() throws IOException {
    Path unit = Files.writeString(folder.resolve("s.service"), "PrivateTmp=yes\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/tmp"));
    Installation installation = new Installation(folder.resolve("env"), List.of(unit));
    assertThat(
            new ServiceViewCheck(installation, Map.of("DATA_DIR", link.resolve("data")), SOMEBODY)
                .findings())
        .hasSize(1);
    assertThat(
            new ServiceViewCheck(
                    new Installation(unit, List.of()), Map.of("DATA_DIR", link), SOMEBODY)
                .findings())
        .isEmpty();
  }
}
