package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ServerConfig;

/// Starts a server with everything it needs.
public interface ServerStarter {
  /// Returns when the server answers.
  ///
  /// @throws dev.streamgate.server.foundation.ConfigurationException if the configuration turns out
  ///   to be unusable, for example because the port is taken
  StartedServer start(ServerConfig config);
}
