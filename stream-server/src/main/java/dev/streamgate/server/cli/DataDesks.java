package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.io.PrintWriter;
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

  /// For a job with data that is there.
  ///
  /// @param settings of the form `--KEY=value`
  /// @throws ConfigurationException if the configuration or the database cannot be used, or there
  ///   is no data
  DataDesk open(List<String> settings)
      throws IOException, InterruptedException, JobRefusedException {
    Optional<RunningServer> server = server(settings);
    return server.isPresent() ? server.get() : starter.open(existing(settings));
  }

  /// For a job that may be the first one: data is made if there is none.
  ///
  /// @param settings of the form `--KEY=value`
  /// @throws ConfigurationException if the configuration or the database cannot be used
  DataDesk begin(List<String> settings)
      throws IOException, InterruptedException, JobRefusedException {
    Optional<RunningServer> server = server(settings);
    return server.isPresent() ? server.get() : starter.open(ServerConfig.load(sources(settings)));
  }

  /// For a job that adds something: data is made if there is none and somebody said where it is to
  /// be. In the folder that counts when nobody said one, it would be another server's by mistake.
  ///
  /// @param settings of the form `--KEY=value`
  /// @param err is told if data was made
  /// @throws ConfigurationException if the configuration or the database cannot be used, or there
  ///   is no data and nobody said where it is to be
  DataDesk add(List<String> settings, PrintWriter err)
      throws IOException, InterruptedException, JobRefusedException {
    if (!ServerConfig.isDataNamed(sources(settings)) || server(settings).isPresent()) {
      return open(settings);
    }
    ServerConfig config = ServerConfig.load(sources(settings));
    boolean isNew = config.database().isSurelyNew();
    DataDesk desk = starter.open(config);
    if (isNew) {
      err.println(
          "There was no data in " + config.database() + ": a new database was begun there.");
    }
    return desk;
  }

  /// The configuration, for a job with data that is there.
  ///
  /// @throws ConfigurationException if it cannot be used, or there is no data
  ServerConfig existing(List<String> settings) {
    ServerConfig config = ServerConfig.load(sources(settings));
    config.database().requireWhole();
    if (config.role() != Role.MEDIA && config.database().isSurelyNew()) {
      throw MissingData.of(config);
    }
    return config;
  }

  /// Everything that is configured, with a command line's settings.
  ConfigSources sources(List<String> settings) {
    return new ConfigSources().yaml(ServerConfig.FILE).environment(environment).arguments(settings);
  }

  /// Where the data is, whatever else is configured.
  Path directory(List<String> settings) {
    return ServerConfig.dataDirectory(sources(settings));
  }

  /// All variables of the environment, also those that are no configuration.
  Map<String, String> environment() {
    return environment;
  }

  /// The server that runs on the data directory, and answers.
  ///
  /// @throws IOException if one runs and cannot be reached, with what to do
  Optional<RunningServer> server(List<String> settings) throws IOException, InterruptedException {
    Optional<RunningServer> server = RunningServer.on(directory(settings));
    if (server.isPresent()) {
      server.get().requireAnswer();
    }
    return server;
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
