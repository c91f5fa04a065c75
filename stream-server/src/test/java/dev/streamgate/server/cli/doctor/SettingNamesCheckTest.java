package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Misspelt keys in the file of an installed service, and in the environment.
class SettingNamesCheckTest {
  @Test
  void slipsAreToldWithWhatWasMeantAndWithoutTheirValues(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("streamgate.env"),
            """
            # STREAM_ROT=/in/a/comment
            PORT=8080
            STREAM_ROT=/srv/streams
            port=1
            INTERNAL_API_KEY_FIL=/run/secrets/geheim
            UPSTREAM_TIMEOUT=geheim
            HOST = 10.0.0.1
            export ROLE=media
            TZ=Europe/Berlin
            PATH=/bin
            STREAMGATE_JAVA_OPTS=-Xmx2g
            DATABASE_PASSWORD_FILE=/run/secrets/database
            """);
    Map<String, String> environment =
        Map.of("STREAM_ROT", "/srv", "TRUSTED_PROXY", "geheim", "HOME", "/", "LOG_DRIVER", "x");

    List<String> lines =
        new SettingNamesCheck(Optional.of(file), environment)
            .findings().stream().map(Finding::line).toList();

    assertThat(lines)
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .startsWith("WARN  Settings: STREAM_ROT in line 3 of " + file)
                    .contains("is no key, and is ignored")
                    .contains("Remedy: did you mean STREAM_ROOT?"),
            it -> assertThat(it).contains("port in line 4").contains("did you mean PORT?"),
            it -> assertThat(it).contains("line 5").contains("INTERNAL_API_KEY_FILE?"),
            it -> assertThat(it).contains("UPSTREAM_TIMEOUT in line 6").contains("take it out"),
            it -> assertThat(it).contains("HOST in line 7").contains("without blanks"),
            it -> assertThat(it).contains("ROLE in line 8").contains("without export"));
    assertThat(lines.toString()).doesNotContain("geheim");
  }

  @Test
  void aQuoteThatDoesNotEndIsTold(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("streamgate.env"),
            "PLATFORM_APP_URL=\"https://geheim\nHOST='a'\nSUPPORT_CONTACT='a \"b\" c'\n");
    assertThat(new SettingNamesCheck(Optional.of(file), Map.of()).findings())
        .singleElement()
        .satisfies(it ->
            assertThat(it.line())
                .contains("PLATFORM_APP_URL in line 1", "a quote that does not end")
                .doesNotContain("geheim"));
  }

  @Test
  void theEnvironmentIsOthersTooSoOnlySlipsAreTold() {
    Map<String, String> environment =
        Map.of(
            "UPSTREM_ORIGIN",
            "x",
            "HOME",
            "/",
            "LOG_DRIVER",
            "x",
            "DATA_DIR",
            ".",
            "HOSTNAME",
            "h");
    assertThat(new SettingNamesCheck(Optional.empty(), environment).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.line()).contains("did you mean UPSTREAM_ORIGIN?"));
  }

  @Test
  void whatLaunchersSetIsNoSlip() {
    Map<String, String> environment =
        Map.of("LANGUAGE", "C", "LC_ALL", "C.UTF-8", "STREAMGATE_CALLER", "root");
    assertThat(new SettingNamesCheck(Optional.empty(), environment).findings()).isEmpty();
  }
}
