package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.Installation;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All checks, in the order in which one is likely to be the cause of the next.
public final class Checkup {
  private final ServerConfig config;
  private final Optional<ServerContact> server;
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final Web web = new Web();

  /// @param server the one that runs on the data directory
  public Checkup(ServerConfig config, Optional<ServerContact> server, Surroundings surroundings) {
    this.config = config;
    this.server = server;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
  }

  /// What is there besides the configuration.
  ///
  /// @param secretFiles files in which secrets are given
  /// @param installation the package that this program came with, if it did
  public record Surroundings(
      List<Path> secretFiles, Optional<Installation> installation, InstantSource clock) {
    public Surroundings {
      secretFiles = List.copyOf(secretFiles);
    }
  }

  /// Why a server does not answer; empty if it does.
  public static Optional<String> silenceOf(ServerContact server) {
    return switch (PortsCheck.health(server)) {
      case Web.Answer.Given _ -> Optional.empty();
      case Web.Answer.None none -> Optional.of(none.reason());
    };
  }

  /// Keys that are meant for the configuration and are none.
  public static Stream<Finding> misspelt(
      Optional<Installation> installation, Map<String, String> environment) {
    return new SettingNamesCheck(installation.map(Installation::configuration), environment)
        .findings().stream();
  }

  /// The machine, which can be looked at whatever the configuration says.
  public static Stream<Finding> machine() {
    return new JavaCheck().findings().stream();
  }

  /// What is wrong with the configuration, or that nothing is.
  public static Stream<Finding> configuration(List<String> problems) {
    return problems.isEmpty()
        ? Stream.of(Finding.ok("Configuration", "every value can be used"))
        : problems.stream()
            .map(it ->
                Finding.fail(
                    "Configuration",
                    FailureWords.ofProblem(it),
                    "correct it in application.yaml, the environment or the command line"));
  }

  /// Everything else.
  ///
  /// @param seen what could be seen of the data
  public Stream<Finding> rest(DataSeen seen) {
    boolean isInstalled = surroundings.installation().isPresent();
    List<Check> checks = new ArrayList<>();
    checks.add(new SecretsCheck(config, surroundings.secretFiles()));
    checks.add(new DataDirectoryCheck(config.dataDirectory(), server));
    checks.add(new DatabaseCheck(config.database(), seen));
    checks.add(new PortsCheck(config.listener(), server, seen, isInstalled));
    config.listener().tls().ifPresent(it -> checks.add(new EncryptionCheck(it, clock)));
    checks.add(new StreamRootCheck(streamRoot(seen), isInstalled));
    surroundings
        .installation()
        .ifPresent(it -> checks.add(new ServiceViewCheck(it, servicePaths(seen))));
    checks.add(
        new PlaylistsCheck(seen, config.media().upstreamOrigin().isPresent(), clock.instant()));
    checks.add(new FreeDiskCheck(places(seen)));
    checks.add(new UpstreamCheck(config.media().upstreamOrigin(), web));
    if (config.role() == Role.MEDIA) {
      platform().ifPresent(checks::add);
    }
    checks.add(new OriginsCheck(config, web));
    checks.add(new ProxiesCheck(config));
    return checks.stream().flatMap(check -> check.findings().stream());
  }

  /// That of the running server, which may have been started in another folder.
  private Optional<Path> streamRoot(DataSeen seen) {
    return seen.whole()
        .flatMap(it -> Optional.ofNullable(it.streamRoot()))
        .map(Path::of)
        .or(() -> config.media().streamRoot());
  }

  private Map<String, Path> places(DataSeen seen) {
    Map<String, Path> places = new LinkedHashMap<>();
    places.put("data", config.dataDirectory());
    streamRoot(seen).ifPresent(root -> places.put("streams", root));
    config.media().cache().ifPresent(cache -> places.put("the segment cache", cache.root()));
    return places;
  }

  /// By the keys that name them.
  private Map<String, Path> servicePaths(DataSeen seen) {
    Map<String, Path> paths = new LinkedHashMap<>();
    paths.put("DATA_DIR", config.dataDirectory());
    streamRoot(seen).ifPresent(root -> paths.put("STREAM_ROOT", root));
    config.media().cache().ifPresent(cache -> paths.put("SEGMENT_CACHE_ROOT", cache.root()));
    config.listener().tls().ifPresent(tls -> paths.put("TLS_CERTIFICATE", tls.certificate()));
    config.listener().tls().ifPresent(tls -> paths.put("TLS_PRIVATE_KEY", tls.privateKey()));
    return paths;
  }

  /// Without an address or secrets there is nothing to ask with; that is told elsewhere.
  private Optional<Check> platform() {
    try {
      Secrets secrets = Secrets.known(config.secrets(), config.dataDirectory());
      return config.portal().portalUrl().map(url -> new PlatformCheck(url, secrets, clock, web));
    } catch (ConfigurationException e) {
      return Optional.empty();
    }
  }
}
