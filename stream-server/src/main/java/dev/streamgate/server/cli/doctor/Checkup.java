package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.Installation;
import dev.streamgate.server.foundation.ConfigProblem;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.MediaConfig;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All checks, in the order in which one is likely to be the cause of the next.
public final class Checkup {
  private final ServerConfig.PartlyRead known;
  private final ServerConfig config;
  private final Optional<ServerContact> server;
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final Web web = new Web();

  /// @param server the one that runs on the data directory
  public Checkup(
      ServerConfig.PartlyRead known, Optional<ServerContact> server, Surroundings surroundings) {
    this.known = known;
    this.config = known.config();
    this.server = server;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
  }

  /// What is there besides the configuration.
  ///
  /// @param secretFiles files in which secrets are given
  /// @param installation the package that this program came with, if it did
  public record Surroundings(
      List<Path> secretFiles,
      Optional<Installation> installation,
      Caller caller,
      InstantSource clock) {
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

  /// Whether it is known where the data is, so that it can be looked for.
  public static boolean hasData(ServerConfig.PartlyRead known) {
    return new Needs(known).hasData();
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
  ///
  /// @param places where what is wrong was written
  public static Stream<Finding> configuration(List<ConfigProblem> problems, SettingPlaces places) {
    return problems.isEmpty()
        ? Stream.of(Finding.ok("Configuration", "every value can be used"))
        : problems.stream()
            .map(it ->
                Finding.fail(
                    "Configuration",
                    FailureWords.ofProblem(it.text()),
                    "correct it in " + places.of(it)));
  }

  /// Everything else, as far as it does not hang on values that cannot be used.
  ///
  /// @param seen what could be seen of the data
  public Stream<Finding> rest(DataSeen seen) {
    boolean isInstalled = surroundings.installation().isPresent();
    Caller caller = surroundings.caller();
    Needs needs = new Needs(known);
    List<Check> checks = new ArrayList<>();
    checks.add(
        needs.secretFiles(() ->
            new SecretFilesCheck(config.dataDirectory(), surroundings.secretFiles(), caller)));
    checks.add(needs.secrets(() -> new SecretsCheck(config)));
    checks.add(
        needs.dataDirectory(() -> new DataDirectoryCheck(config.dataDirectory(), server, caller)));
    checks.add(needs.database(() -> new DatabaseCheck(config.database(), seen)));
    checks.add(
        needs.ports(() -> new PortsCheck(config.listener(), server, seen, isInstalled, caller)));
    checks.add(needs.encryption(() -> new EncryptionCheck(config.listener().tls(), clock)));
    checks.add(needs.streamRoot(() -> streamRootCheck(streamRoot(seen))));
    newStreamRoot(seen)
        .ifPresent(it -> {
          checks.add(() -> List.of(notYetTaken(streamRoot(seen), it)));
          checks.add(streamRootCheck(Optional.of(it)));
        });
    surroundings
        .installation()
        .ifPresent(it ->
            checks.add(needs.places(() -> new ServiceViewCheck(it, servicePaths(seen), caller))));
    checks.add(needs.playlists(() -> new PlaylistsCheck(seen, hasUpstream(), now(), caller)));
    checks.add(needs.disks(() -> new FreeDiskCheck(places(seen))));
    checks.add(needs.upstream(() -> new UpstreamCheck(config.media().upstreamOrigin(), web)));
    if (needs.mayBeEdge()) {
      checks.add(needs.platform(this::platform));
    }
    checks.add(needs.origins(() -> new OriginsCheck(config, web)));
    checks.add(needs.proxies(() -> new ProxiesCheck(config)));
    return checks.stream().flatMap(check -> check.findings().stream());
  }

  private boolean hasUpstream() {
    return config.media().upstreamOrigin().isPresent();
  }

  private Instant now() {
    return clock.instant();
  }

  /// That of the running server, which may have been started in another folder.
  private Optional<Path> streamRoot(DataSeen seen) {
    return seen.whole()
        .flatMap(it -> Optional.ofNullable(it.streamRoot()))
        .map(Path::of)
        .or(() -> config.media().streamRoot());
  }

  private Check streamRootCheck(Optional<Path> root) {
    return new StreamRootCheck(
        root,
        surroundings.installation().isPresent(),
        config.role() != Role.MEDIA,
        surroundings.caller());
  }

  /// What a server that runs was not started with. A path that is not absolute may mean the same in
  /// the folder where it was started.
  private Optional<Path> newStreamRoot(DataSeen seen) {
    if (!(seen instanceof DataSeen.ByServer) || !new Needs(known).hasStreamRoot()) {
      return Optional.empty();
    }
    Optional<Path> running = streamRoot(seen);
    return config
        .media()
        .streamRoot()
        .map(Path::normalize)
        .filter(it -> running.filter(now -> isSame(now, it)).isEmpty())
        .map(Path::toAbsolutePath);
  }

  private static boolean isSame(Path running, Path configured) {
    return configured.isAbsolute() ? running.equals(configured) : running.endsWith(configured);
  }

  private static Finding notYetTaken(Optional<Path> running, Path configured) {
    return Finding.warn(
        "Stream root",
        "the server still runs with %s, and the configuration says %s"
            .formatted(running.map(Path::toString).orElse("none"), configured),
        "restart the server");
  }

  /// Likewise; one that tells of none may be of an earlier version.
  private Optional<Path> cacheRoot(DataSeen seen) {
    return seen.whole()
        .flatMap(it -> Optional.ofNullable(it.cacheRoot()))
        .map(Path::of)
        .or(() -> config.media().cache().map(MediaConfig.SegmentCacheConfig::root));
  }

  private Map<String, Path> places(DataSeen seen) {
    Map<String, Path> places = new LinkedHashMap<>();
    places.put("data", config.dataDirectory());
    if (config.role() != Role.MEDIA) {
      config.database().directory().ifPresent(it -> places.put("the database", it));
    }
    streamRoot(seen).ifPresent(root -> places.put("streams", root));
    cacheRoot(seen).ifPresent(cache -> places.put("the segment cache", cache));
    return places;
  }

  /// By the keys that name them.
  private Map<String, Path> servicePaths(DataSeen seen) {
    Map<String, Path> paths = new LinkedHashMap<>();
    paths.put("DATA_DIR", config.dataDirectory());
    newStreamRoot(seen)
        .or(() -> streamRoot(seen))
        .ifPresent(root -> paths.put("STREAM_ROOT", root));
    cacheRoot(seen).ifPresent(cache -> paths.put("SEGMENT_CACHE_ROOT", cache));
    config.listener().tls().ifPresent(tls -> paths.put("TLS_CERTIFICATE", tls.certificate()));
    config.listener().tls().ifPresent(tls -> paths.put("TLS_PRIVATE_KEY", tls.privateKey()));
    return paths;
  }

  /// Without an address or secrets there is nothing to ask with.
  private Check platform() {
    Optional<String> url = config.portal().portalUrl();
    if (url.isEmpty()) {
      return Needs.without("PLATFORM_APP_URL", "Platform");
    }
    try {
      Secrets secrets = Secrets.known(config.secrets(), config.dataDirectory());
      return new PlatformCheck(url.get(), secrets, clock, web);
    } catch (ConfigurationException e) {
      return Needs.without("INTERNAL_API_KEY and PLAYBACK_SIGNING_SECRET", "Platform");
    }
  }
}
