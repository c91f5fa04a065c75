package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.PasswordReset;

/// Starts servers with everything they need. A method returns when the server answers.
public interface ServerStarter {
  /// Starts a server of any role.
  ///
  /// @throws ConfigurationException if the configuration turns out to be unusable, for example
  ///   because the port is taken
  StartedServer start(ServerConfig config);

  /// Starts a server with a database.
  ///
  /// @throws ConfigurationException if the configuration turns out to be unusable
  StartedPlatform startPlatform(ServerConfig config);

  /// Gives an account a new password while no server runs on the data directory.
  ///
  /// @throws ConfigurationException if the configuration is unusable, or a server does run there
  PasswordReset.Outcome resetPassword(ServerConfig config, String username);
}
