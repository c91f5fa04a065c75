package dev.streamgate.server.foundation;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The configuration of a server, typed and checked (Spec, product §7).
///
/// @param auditRetention how long rows of the audit trail are kept
public record ServerConfig(
    Role role,
    ListenerConfig listener,
    Path dataDirectory,
    DatabaseAddress database,
    GivenSecrets secrets,
    Optional<String> adminPasswordHash,
    PortalConfig portal,
    ViewingConfig viewing,
    MediaConfig media,
    EdgeConfig edge,
    EmbedConfig embed,
    Duration auditRetention,
    Level logLevel) {
  /// The file that is read from the working directory if it is there.
  public static final Path FILE = Path.of("application.yaml");

  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$12\\$[./A-Za-z0-9]{53}");
  private static final List<ConfigKey> SHARED_SECRETS =
      List.of(ConfigKey.PLAYBACK_SIGNING_SECRET, ConfigKey.INTERNAL_API_KEY);
  private static final String BCRYPT_RULE =
      "a bcrypt hash of cost 12, made by: streamgate hash-password";

  /// The secrets that the configuration itself names; the others are generated or derived.
  public record GivenSecrets(
      Optional<String> playbackSigning,
      Optional<String> playbackSigningOld,
      Optional<String> internalKey,
      Optional<String> partnerKey,
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
    demanded(config).forEach(reader::require);
    reader.requireNoProblems();
    return config;
  }

  /// Reads and checks everything that is given and demands nothing: for what needs data, but no
  /// secrets.
  ///
  /// @throws ConfigurationException with every problem there is
  public static ServerConfig loadForData(ConfigSources sources) {
    ConfigReader reader = new ConfigReader(sources);
    ServerConfig config = read(reader);
    reader.requireNoProblems();
    return config;
  }

  /// What can be read of a configuration.
  ///
  /// @param config with defaults in the place of what cannot be used
  /// @param unusable the keys whose values cannot
  /// @param isWhole whether everything that was given is known to belong to some key
  /// @param problems all that keeps a server from starting with it
  public record PartlyRead(
      ServerConfig config, Set<ConfigKey> unusable, boolean isWhole, List<ConfigProblem> problems) {
    public PartlyRead {
      unusable = Set.copyOf(unusable);
      problems = List.copyOf(problems);
    }
  }

  /// Reads what can be read and refuses nothing: for who looks at a server that would not start.
  public static PartlyRead readable(ConfigSources sources) {
    ConfigReader reader = new ConfigReader(sources);
    ServerConfig config = read(reader);
    demanded(config).forEach(reader::require);
    return new PartlyRead(config, reader.unusable(), reader.isWhole(), reader.problems());
  }

  /// Whether somebody said where the data is to be.
  public static boolean isDataNamed(ConfigSources sources) {
    return sources
        .get(ConfigKey.DATA_DIR)
        .or(() -> sources.get(ConfigKey.DATABASE_URL))
        .isPresent();
  }

  /// Reads where the data is, and nothing else: for what concerns a server that runs already.
  ///
  /// @throws ConfigurationException if that cannot be told
  public static Path dataDirectory(ConfigSources sources) {
    ConfigReader reader = new ConfigReader(sources);
    Path directory = dataDirectory(reader);
    reader.requireNoProblems();
    return directory;
  }

  private static Path dataDirectory(ConfigReader reader) {
    return reader.optionalPath(ConfigKey.DATA_DIR).orElse(Path.of("data"));
  }

  private static ServerConfig read(ConfigReader reader) {
    Role role = reader.value(ConfigKey.ROLE, Role.ALL, "all, platform or media", Role::parse);
    Path dataDirectory = dataDirectory(reader);
    return new ServerConfig(
        role,
        ListenerConfig.read(reader),
        dataDirectory,
        database(reader, dataDirectory),
        secrets(reader),
        reader.optional(
            ConfigKey.ADMIN_PASSWORD_HASH,
            BCRYPT_RULE,
            text -> ConfigReader.matching(BCRYPT, text)),
        PortalConfig.read(reader),
        ViewingConfig.read(reader),
        MediaConfig.read(reader, role),
        EdgeConfig.read(reader),
        EmbedConfig.read(reader),
        Duration.ofDays(reader.number(ConfigKey.AUDIT_RETENTION_DAYS, 365, 1, 36_500)),
        reader.value(
            ConfigKey.LOG_LEVEL, Level.INFO, "error, warn, info or debug", ServerConfig::level));
  }

  /// The keys without which the role cannot work (Spec, product §8). A platform whose database has
  /// an account needs no password; that of a database nobody made yet surely has none. A server
  /// that may have others beside it makes no secrets of its own.
  private static List<ConfigKey> demanded(ServerConfig config) {
    return switch (config.role()) {
      case ALL ->
          config.database().isPostgresql()
              ? SHARED_SECRETS.stream()
                  .filter(key -> !Secrets.isKept(key, config.dataDirectory()))
                  .toList()
              : List.of();
      case PLATFORM ->
          config.database().isSurelyNew()
              ? List.of(
                  ConfigKey.PLAYBACK_SIGNING_SECRET,
                  ConfigKey.INTERNAL_API_KEY,
                  ConfigKey.HLS_SERVER_BASE_URL,
                  ConfigKey.ADMIN_PASSWORD_HASH)
              : List.of(
                  ConfigKey.PLAYBACK_SIGNING_SECRET,
                  ConfigKey.INTERNAL_API_KEY,
                  ConfigKey.HLS_SERVER_BASE_URL);
      case MEDIA ->
          List.of(
              ConfigKey.PLAYBACK_SIGNING_SECRET,
              ConfigKey.INTERNAL_API_KEY,
              ConfigKey.PLATFORM_APP_URL,
              ConfigKey.CORS_ALLOWED_ORIGIN);
    };
  }

  private static DatabaseAddress database(ConfigReader reader, Path dataDirectory) {
    return reader
        .value(
            ConfigKey.DATABASE_URL,
            DatabaseAddress.embedded(dataDirectory),
            "a jdbc:hsqldb:file:, jdbc:hsqldb:mem: or jdbc:postgresql: address without an account"
                + " in it (DATABASE_USER, DATABASE_PASSWORD)",
            DatabaseAddress::parse)
        .as(reader.text(ConfigKey.DATABASE_USER), reader.text(ConfigKey.DATABASE_PASSWORD));
  }

  private static GivenSecrets secrets(ConfigReader reader) {
    return new GivenSecrets(
        reader.secret(ConfigKey.PLAYBACK_SIGNING_SECRET),
        reader.secret(ConfigKey.PLAYBACK_SIGNING_SECRET_OLD),
        reader.secret(ConfigKey.INTERNAL_API_KEY),
        reader.secret(ConfigKey.PARTNER_API_KEY),
        reader.secret(ConfigKey.ADMIN_SESSION_SECRET),
        reader.secret(ConfigKey.HLS_SIGNING_KEY));
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
