package dev.streamgate.server.cli;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.foundation.BackupArchive;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DatabaseGlance;
import dev.streamgate.server.foundation.Restore;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.PasswordReset;
import java.io.IOException;
import java.util.Optional;

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

  /// Opens the data of a server that does not run.
  ///
  /// @throws ConfigurationException if the configuration or the database cannot be used, or a
  ///   server does run there
  /// @throws JobRefusedException if a server of this role has none
  DataDesk open(ServerConfig config) throws JobRefusedException;

  /// Looks at the data of a server that does not run; nothing is made, upgraded or written.
  ///
  /// @throws ConfigurationException if the database cannot be used, or a server uses it
  /// @throws IOException if there is no room to look at a copy
  Look look(ServerConfig config) throws IOException;

  /// Restores a backup while no server runs on the data directory.
  ///
  /// @param force replaces what a filled database holds, and other secrets
  /// @throws ConfigurationException if the database cannot be used, or a server uses it
  Restore.Outcome restore(ServerConfig config, BackupArchive backup, boolean force);

  /// What a look at the data of a stopped server shows.
  ///
  /// @param glance what can be seen of a database of any version
  /// @param inspection more of it, if it is of this version
  record Look(DatabaseGlance glance, Optional<Inspection> inspection) {}
}
