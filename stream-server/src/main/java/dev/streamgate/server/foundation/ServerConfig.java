package dev.streamgate.server.foundation;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The configuration of a server, typed and checked (Spec, product §7). An absent `host` binds to
/// all addresses; absent addresses are taken from the request, an absent `edgeId` from the machine.
/// `given` names the keys somebody gave a value; the others have their defaults.
public record ServerConfig(
    Optional<String> host,
    int port,
    Path dataDirectory,
    DatabaseAddress database,
    GivenSecrets secrets,
    Optional<String> adminPasswordHash,
    Optional<String> mediaBaseUrl,
    Optional<String> portalUrl,
    String appName,
    Optional<String> supportContact,
    List<String> languages,
    Duration sessionTimeout,
    int refusedValidationsPerMinute,
    int validationsPerMinute,
    TrustedProxies trustedProxies,
    Path streamRoot,
    List<String> allowedOrigins,
    Optional<String> edgeId,
    Level logLevel,
    Set<ConfigKey> given) {
  /// The file that is read from the working directory if it is there.
  public static final Path FILE = Path.of("application.yaml");

  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$12\\$[./A-Za-z0-9]{53}");
  private static final String BCRYPT_RULE =
      "a bcrypt hash of cost 12, made by: streamgate hash-password";
  private static final Pattern EDGE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern LANGUAGE = Pattern.compile("en|de");

  /// The secrets that the configuration itself names; the others are generated or derived.
  public record GivenSecrets(
      Optional<String> playbackSigning,
      Optional<String> playbackSigningOld,
      Optional<String> internalKey,
      Optional<String> adminSession,
      Optional<String> hlsSigning) {
    @Override
    public String toString() {
      return "GivenSecrets";
    }
  }

  /// Reads and checks everything.
  ///
  /// @throws ConfigurationException with every problem there is
  public static ServerConfig load(ConfigSources sources) {
    ConfigReader reader = new ConfigReader(sources);
    ServerConfig config = read(reader);
    if (!reader.problems().isEmpty()) {
      throw new ConfigurationException(reader.problems());
    }
    return config;
  }

  private static ServerConfig read(ConfigReader reader) {
    reader.value(
        ConfigKey.ROLE, "all", "all; separate edges come with a later release", ServerConfig::role);
    Path dataDirectory = reader.path(ConfigKey.DATA_DIR, Path.of("data"));
    return new ServerConfig(
        reader.text(ConfigKey.HOST),
        reader.number(ConfigKey.PORT, 8080, 0, 65_535),
        dataDirectory,
        database(reader, dataDirectory),
        secrets(reader),
        reader.optional(ConfigKey.ADMIN_PASSWORD_HASH, BCRYPT_RULE, ServerConfig::bcrypt),
        reader.origin(ConfigKey.HLS_SERVER_BASE_URL),
        reader.origin(ConfigKey.PLATFORM_APP_URL),
        reader.text(ConfigKey.APP_NAME).orElse("StreamGate"),
        reader.text(ConfigKey.SUPPORT_CONTACT),
        reader.list(
            ConfigKey.LANGUAGES,
            List.of("en", "de"),
            "a list of the languages there are: en, de",
            ServerConfig::language),
        Duration.ofSeconds(reader.number(ConfigKey.SESSION_TIMEOUT_SECONDS, 60, 1, 3600)),
        reader.number(ConfigKey.VALIDATE_REFUSED_PER_MINUTE, 5, 1, 10_000),
        reader.number(ConfigKey.VALIDATE_TOTAL_PER_MINUTE, 1200, 1, 1_000_000),
        trustedProxies(reader),
        reader.path(ConfigKey.STREAM_ROOT, Path.of("streams")),
        reader.list(
            ConfigKey.CORS_ALLOWED_ORIGIN,
            List.of(),
            "a list of origins such as https://gate.example.com",
            ConfigReader::parseOrigin),
        reader.optional(
            ConfigKey.EDGE_ID, "1 to 64 letters, digits and ._:-", ServerConfig::edgeId),
        reader.value(
            ConfigKey.LOG_LEVEL, Level.INFO, "error, warn, info or debug", ServerConfig::level),
        reader.given());
  }

  private static DatabaseAddress database(ConfigReader reader, Path dataDirectory) {
    return reader
        .value(
            ConfigKey.DATABASE_URL,
            DatabaseAddress.embedded(dataDirectory),
            "a jdbc:hsqldb:file:, jdbc:hsqldb:mem: or jdbc:postgresql: address",
            DatabaseAddress::parse)
        .as(reader.text(ConfigKey.DATABASE_USER), reader.text(ConfigKey.DATABASE_PASSWORD));
  }

  private static TrustedProxies trustedProxies(ConfigReader reader) {
    return new TrustedProxies(
        reader.list(
            ConfigKey.TRUSTED_PROXIES,
            List.of(),
            "a list of addresses or CIDR ranges",
            TrustedProxies.Range::parse));
  }

  private static GivenSecrets secrets(ConfigReader reader) {
    return new GivenSecrets(
        reader.secret(ConfigKey.PLAYBACK_SIGNING_SECRET),
        reader.secret(ConfigKey.PLAYBACK_SIGNING_SECRET_OLD),
        reader.secret(ConfigKey.INTERNAL_API_KEY),
        reader.secret(ConfigKey.ADMIN_SESSION_SECRET),
        reader.secret(ConfigKey.HLS_SIGNING_KEY));
  }

  private static String role(String text) {
    return matching(Pattern.compile("all"), text);
  }

  private static String bcrypt(String text) {
    return matching(BCRYPT, text);
  }

  private static String edgeId(String text) {
    return matching(EDGE_ID, text);
  }

  private static String language(String text) {
    return matching(LANGUAGE, text);
  }

  private static String matching(Pattern shape, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static Level level(String text) {
    return switch (text) {
      case "error" -> Level.ERROR;
      case "warn" -> Level.WARN;
      case "info" -> Level.INFO;
      case "debug" -> Level.DEBUG;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
