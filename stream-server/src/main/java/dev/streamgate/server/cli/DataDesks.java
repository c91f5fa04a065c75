package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds who does a job with a server's data (Spec, product §6): the server that runs on the data
/// directory, or else this process, which opens the database.
final class DataDesks {
  private final ServerStarter starter;
  private final Map<String, String> environment;

  DataDesks(ServerStarter starter, Map<String, String> environment) {
    this.starter = starter;
    this.environment = Map.copyOf(environment);
  }

  /// @param settings of the form `--KEY=value`
  /// @throws ConfigurationException if the configuration or the database cannot be used
  DataDesk open(List<String> settings) throws IOException, JobRefusedException {
    ConfigSources sources = sources(settings);
    Optional<RunningServer> server = RunningServer.on(ServerConfig.dataDirectory(sources));
    return server.isPresent() ? server.get() : starter.open(ServerConfig.load(sources));
  }

  /// Everything that is configured, with a command line's settings.
  ConfigSources sources(List<String> settings) {
    return new ConfigSources().yaml(ServerConfig.FILE).environment(environment).arguments(settings);
  }

  /// All variables of the environment, also those that are no configuration.
  Map<String, String> environment() {
    return environment;
  }

  /// The server that runs on the data directory.
  Optional<RunningServer> server(List<String> settings) throws IOException {
    Path data = ServerConfig.dataDirectory(sources(settings));
    return RunningServer.on(data);
  }

  /// The files in which the environment gives secrets, as `<KEY>_FILE`.
  List<Path> secretFiles() {
    return Arrays.stream(ConfigKey.values())
        .filter(ConfigKey::isSecret)
        .map(key -> Optional.ofNullable(environment.get(key + "_FILE")))
        .flatMap(Optional::stream)
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .toList();
  }
}
