package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void areMadeOnceAndKept() {
    Secrets first = secrets();

    assertThat(first.playbackSigning()).matches("[0-9a-f]{64}");
    assertThat(first.internalKey()).isNotEqualTo(first.playbackSigning());
    assertThat(secrets()).isEqualTo(first);
  }

  @Test
  void areReadableByTheirOwnerOnly() throws IOException {
    secrets();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void neverShowThemselves() {
    Secrets secrets = secrets();

    assertThat(secrets.toString()).doesNotContain(secrets.internalKey());
  }

  @Test
  void areRefusedIfTheKeptOnesAreWeak() throws IOException {
    Files.writeString(
        folder.resolve("secrets.properties"),
        "INTERNAL_API_KEY=short\nPLAYBACK_SIGNING_SECRET=changeme-changeme-changeme-changeme\n");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(this::secrets)
        .satisfies(refused ->
            assertThat(refused.problems())
                .containsExactly(
                    "Configuration error: PLAYBACK_SIGNING_SECRET is a placeholder. Generate a"
                        + " value with: streamgate generate-secret",
                    "Configuration error: INTERNAL_API_KEY must be at least 32 characters."));
  }

  private Secrets secrets() {
    return Secrets.resolve(
        ServerConfig.load(new ConfigSources()).secrets(), folder, new SecureRandom());
  }
}
