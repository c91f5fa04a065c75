package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
  private static final String LONG = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  void needsNothing() {
    ServerConfig config = ServerConfig.load(new ConfigSources());

    assertThat(config.listener().port()).isEqualTo(8080);
    assertThat(config.database().jdbcUrl()).startsWith("jdbc:hsqldb:file:data");
    assertThat(config.viewing().totalPerMinute().value()).isEqualTo(1200);
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

    assertThat(config.listener().port()).isEqualTo(3);
    assertThat(config.portal().appName().value())
        .as("an empty value counts as not given")
        .isEqualTo("file");
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
                            "DATABASE_URL",
                            "jdbc:postgresql://db.example.com/gate?sslmode=require",
                            "DATABASE_USER",
                            "gate",
                            "PLAYBACK_SIGNING_SECRET",
                            LONG,
                            "INTERNAL_API_KEY",
                            LONG,
                            "DATABASE_PASSWORD_FILE",
                            file.toString())))
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
                + " jdbc:postgresql: address without an account in it (DATABASE_USER,"
                + " DATABASE_PASSWORD).");
  }

  @Test
  void refusesAnAccountInTheAddressOfTheDatabaseWithoutTellingIt() {
    ConfigurationException refused =
        refusalOf(
            new ConfigSources()
                .environment(Map.of("DATABASE_URL", "jdbc:postgresql://gate:geheim@db/gate")));

    assertThat(refused.problems())
        .singleElement()
        .asString()
        .contains("DATABASE_URL must be")
        .doesNotContain("geheim");
  }

  @Test
  void aPlatformIsToldEveryKeyItLacks() {
    assertThat(
            refusalOf(
                    new ConfigSources()
                        .environment(
                            Map.of("ROLE", "platform", "DATA_DIR", folder.toString(), "PORT", "x")))
                .problems())
        .containsExactly(
            "Configuration error: PORT must be a whole number from 0 to 65535.",
            "Missing required environment variable: PLAYBACK_SIGNING_SECRET",
            "Missing required environment variable: INTERNAL_API_KEY",
            "Missing required environment variable: HLS_SERVER_BASE_URL",
            "Missing required environment variable: ADMIN_PASSWORD_HASH");
  }

  @Test
  void aPlatformWithADatabaseMayHaveAnAccountInIt() throws IOException {
    Files.writeString(folder.resolve("streamgate.script"), "");

    assertThat(
            refusalOf(
                    new ConfigSources()
                        .environment(Map.of("ROLE", "platform", "DATA_DIR", folder.toString())))
                .problems())
        .doesNotContain("Missing required environment variable: ADMIN_PASSWORD_HASH");
  }

  @Test
  void anEdgeIsToldEveryKeyItLacks() {
    assertThat(refusalOf(new ConfigSources().environment(Map.of("ROLE", "media"))).problems())
        .containsExactly(
            "Configuration error: At least one of STREAM_ROOT or UPSTREAM_ORIGIN must be set.",
            "Missing required environment variable: PLAYBACK_SIGNING_SECRET",
            "Missing required environment variable: INTERNAL_API_KEY",
            "Missing required environment variable: PLATFORM_APP_URL",
            "Missing required environment variable: CORS_ALLOWED_ORIGIN");
  }

  @Test
  void anOriginWithoutStreamRootNeedsARoomForItsSegments() {
    assertThat(
            refusalOf(
                    new ConfigSources()
                        .environment(
                            Map.of(
                                "ROLE", "media", "UPSTREAM_ORIGIN", "https://origin.example.com")))
                .problems())
        .contains(
            "Configuration error: SEGMENT_CACHE_ROOT must be set when UPSTREAM_ORIGIN is used"
                + " without STREAM_ROOT.");
  }

  @Test
  void tellsWhatIsGivenFromWhatIsNot() {
    ServerConfig config =
        ServerConfig.load(
            new ConfigSources()
                .environment(Map.of("APP_NAME", "Gala", "VALIDATE_REFUSED_PER_MINUTE", "7")));

    assertThat(config.portal().appName()).isEqualTo(new Setting<>("Gala", true));
    assertThat(config.viewing().refusedPerMinute()).isEqualTo(new Setting<>(7, true));
    assertThat(config.viewing().totalPerMinute()).isEqualTo(new Setting<>(1200, false));
    assertThat(config.portal().supportContact().fixed()).isFalse();
  }

  @Test
  void aMediaPortThatIsThePortIsOnePort() {
    assertThat(mediaPort("9000", "9000")).isEmpty();
    assertThat(mediaPort("9000", "9001")).hasValue(9001);
    assertThat(mediaPort("0", "0")).hasValue(0);
  }

  @Test
  void everyValueOutsideItsRangeIsRefusedAndNoneCorrected() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("ROLE", "edge"),
            Map.entry("MEDIA_PORT", "-1"),
            Map.entry("MAX_CONCURRENT_SESSIONS", "0"),
            Map.entry("REQUIRE_HTTPS", "yes"),
            Map.entry("UPSTREAM_ORIGIN", "ftp://origin.example.com"),
            Map.entry("UPSTREAM_ALLOWED_HOSTS", "a host"),
            Map.entry("SEGMENT_CACHE_MAX_SIZE_GB", "0"),
            Map.entry("SEGMENT_CACHE_MAX_AGE_HOURS", "1.5"),
            Map.entry("SEGMENT_CACHE_CLEANUP_HOURS", "never"),
            Map.entry("CORS_ALLOWED_ORIGIN", "*"),
            Map.entry("GEO_COUNTRY_HEADER", "a b"),
            Map.entry("ACCEL_REDIRECT", "_streams"),
            Map.entry("REVOCATION_POLL_INTERVAL_MS", "1"),
            Map.entry("MAX_REVOCATION_STALENESS", "0"),
            Map.entry("EDGE_ID", "an edge"),
            Map.entry("EMBED_TOKEN_TTL", "59"),
            Map.entry("EMBED_ALLOWED_ORIGINS", "https://a.example.com/page"),
            Map.entry("AUDIT_RETENTION_DAYS", "0"),
            Map.entry("PARTNER_API_KEY", "your-key"),
            Map.entry("LOG_LEVEL", "loud"));

    assertThat(refusalOf(new ConfigSources().environment(wrong)).problems())
        .hasSameSizeAs(wrong.keySet())
        .allSatisfy(problem ->
            assertThat(problem).matches("Configuration error: [A-Z_]+ (must be|is a place).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:3000",
        "mailto:gate",
        "gate.example.com",
        "https://gate.example.com:443",
        "http://gate.example.com:80",
        "https://gate.example.com:",
        "https://gate.example.com/portal"
      })
  void refusesAnOriginThatNoBrowserSends(String origin) {
    Map<String, String> environment =
        Map.of("CORS_ALLOWED_ORIGIN", origin, "HLS_SERVER_BASE_URL", origin);

    assertThat(refusalOf(new ConfigSources().environment(environment)).problems())
        .containsExactlyInAnyOrder(
            "Configuration error: CORS_ALLOWED_ORIGIN must be a list of origins such as"
                + " https://gate.example.com, without the usual port.",
            "Configuration error: HLS_SERVER_BASE_URL must be an http or https origin such as"
                + " https://gate.example.com, without the usual port.");
  }

  @Test
  void refusesABaseAddressWithoutAScheme() {
    assertThat(
            refusalOf(new ConfigSources().environment(Map.of("UPSTREAM_ORIGIN", "localhost:3000")))
                .problems())
        .contains(
            "Configuration error: UPSTREAM_ORIGIN must be an http or https address such as"
                + " https://origin.example.com/hls.");
  }

  @Test
  void takesAnOriginWithTheUsualPortOfAnotherScheme() {
    assertThat(
            ServerConfig.load(
                    new ConfigSources()
                        .environment(Map.of("HLS_SERVER_BASE_URL", "HTTP://Gate.example.com:443/")))
                .portal()
                .mediaBaseUrl())
        .contains("http://gate.example.com:443");
  }

  @Test
  void refusesWhatIsNotOneValueInTheFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("application.yaml"),
            "TRUSTED_PROXIES: [127.0.0.1]\nAPP_NAME: {en: Gala}\nPORT: x\nSUPPORT_CONTACT:\n");

    assertThat(refusalOf(new ConfigSources().yaml(file)).problems())
        .containsExactly(
            "Configuration error: TRUSTED_PROXIES in "
                + file
                + " must be one value; separate several by commas.",
            "Configuration error: APP_NAME in "
                + file
                + " must be one value; separate several by commas.",
            "Configuration error: PORT must be a whole number from 0 to 65535.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- PORT", "PORT=9000"})
  void refusesAFileThatHoldsNoKeys(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("application.yaml"), content);

    assertThat(refusalOf(new ConfigSources().yaml(file)).problems())
        .containsExactly("Configuration error: " + file + " must hold lines such as PORT: 8080.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet", "APP_NAME:"})
  void aFileMaySayNothing(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("application.yaml"), content);

    assertThat(ServerConfig.load(new ConfigSources().yaml(file)).portal().appName().fixed())
        .isFalse();
  }

  @Test
  void aServerOnPostgresqlIsToldOfItsSecretsWithEverythingElse() throws IOException {
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", "jdbc:postgresql://db.example.com/gate",
            "DATA_DIR", folder.toString(),
            "PORT", "x");

    assertThat(refusalOf(new ConfigSources().environment(environment)).problems())
        .containsExactly(
            "Configuration error: PORT must be a whole number from 0 to 65535.",
            "Missing required environment variable: PLAYBACK_SIGNING_SECRET",
            "Missing required environment variable: INTERNAL_API_KEY");
    Files.writeString(folder.resolve("secrets.properties"), "INTERNAL_API_KEY=" + LONG);
    assertThat(refusalOf(new ConfigSources().environment(environment)).problems())
        .containsExactly(
            "Configuration error: PORT must be a whole number from 0 to 65535.",
            "Missing required environment variable: PLAYBACK_SIGNING_SECRET");
  }

  private static OptionalInt mediaPort(String port, String mediaPort) {
    return ServerConfig.load(
            new ConfigSources().environment(Map.of("PORT", port, "MEDIA_PORT", mediaPort)))
        .listener()
        .mediaPort();
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
