package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {
  private static final String LONG = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  void needsNothing() {
    ServerConfig config = ServerConfig.load(new ConfigSources());

    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.database().jdbcUrl()).startsWith("jdbc:hsqldb:file:data");
    assertThat(config.validationsPerMinute()).isEqualTo(1200);
  }

  @Test
  void argumentsWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("application.yaml"), "PORT: 1\nAPP_NAME: file\n");

    ServerConfig config =
        ServerConfig.load(
            new ConfigSources()
                .yaml(file)
                .environment(Map.of("PORT", "2", "APP_NAME", ""))
                .arguments(List.of("--PORT=3")));

    assertThat(config.port()).isEqualTo(3);
    assertThat(config.appName()).as("an empty value counts as not given").isEqualTo("file");
  }

  @Test
  void readsAValueFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), LONG + "\n");

    ServerConfig config =
        ServerConfig.load(
            new ConfigSources().environment(Map.of("INTERNAL_API_KEY_FILE", file.toString())));

    assertThat(config.secrets().internalKey()).contains(LONG);
  }

  @Test
  void readsTheAccountOfTheDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "geheim\n");

    DatabaseAddress database =
        ServerConfig.load(
                new ConfigSources()
                    .environment(
                        Map.of(
                            "DATABASE_URL", "jdbc:postgresql://db.example.com/gate?sslmode=require",
                            "DATABASE_USER", "gate",
                            "DATABASE_PASSWORD_FILE", file.toString())))
            .database();

    assertThat(database.user()).isEqualTo("gate");
    assertThat(database.password()).isEqualTo("geheim");
    assertThat(database).hasToString("jdbc:postgresql://db.example.com/gate");
  }

  @Test
  void refusesADatabaseItDoesNotKnow() {
    assertThat(
            refusalOf(new ConfigSources().environment(Map.of("DATABASE_URL", "jdbc:mysql://db/x")))
                .problems())
        .containsExactly(
            "Configuration error: DATABASE_URL must be a jdbc:hsqldb:file:, jdbc:hsqldb:mem: or"
                + " jdbc:postgresql: address.");
  }

  @Test
  void listsAllProblemsTogether() {
    ConfigurationException refused =
        refusalOf(
            new ConfigSources()
                .environment(
                    Map.of(
                        "PORT", "70000",
                        "PLAYBACK_SIGNING_SECRET", "changeme-changeme-changeme-changeme",
                        "INTERNAL_API_KEY", "short",
                        "ADMIN_PASSWORD_HASH", "plain",
                        "TRUSTED_PROXIES", "10.0.0.0/8,somewhere")));

    assertThat(refused.problems())
        .containsExactlyInAnyOrder(
            "Configuration error: PORT must be a whole number from 0 to 65535.",
            "Configuration error: PLAYBACK_SIGNING_SECRET is a placeholder. Generate a value with:"
                + " streamgate generate-secret",
            "Configuration error: INTERNAL_API_KEY must be at least 32 characters.",
            "Configuration error: ADMIN_PASSWORD_HASH must be a bcrypt hash of cost 12, made by: streamgate hash-password.",
            "Configuration error: TRUSTED_PROXIES must be a list of addresses or CIDR ranges.");
  }

  @Test
  void refusesSecretsAndUnknownKeysOnTheCommandLine() {
    ConfigurationException refused =
        refusalOf(
            new ConfigSources()
                .arguments(
                    List.of(
                        "--INTERNAL_API_KEY=" + LONG,
                        "--DATABASE_PASSWORD=x",
                        "--PROT=1",
                        "nonsense")));

    assertThat(refused.problems())
        .containsExactly(
            "Configuration error: INTERNAL_API_KEY must not be given on the command line; use the"
                + " environment or INTERNAL_API_KEY_FILE.",
            "Configuration error: DATABASE_PASSWORD must not be given on the command line; use the"
                + " environment or DATABASE_PASSWORD_FILE.",
            "Configuration error: PROT in the command line is not a key.",
            "Configuration error: nonsense must be --KEY=value.");
  }

  private static ConfigurationException refusalOf(ConfigSources sources) {
    return catchThrowableOfType(ConfigurationException.class, () -> ServerConfig.load(sources));
  }
}
