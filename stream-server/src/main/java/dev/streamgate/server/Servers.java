package dev.streamgate.server;

import dev.streamgate.server.cli.DataDesk;
import dev.streamgate.server.cli.JobRefusedException;
import dev.streamgate.server.cli.ServerStarter;
import dev.streamgate.server.cli.StartedPlatform;
import dev.streamgate.server.cli.StartedServer;
import dev.streamgate.server.foundation.BackupArchive;
import dev.streamgate.server.foundation.Restore;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.PasswordReset;
import java.io.IOException;
import java.time.InstantSource;

/// Starts the servers of all roles, all of them by one clock.
public final class Servers implements ServerStarter {
  private final InstantSource clock;

  public Servers(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public StartedServer start(ServerConfig config) {
    return switch (config.role()) {
      case ALL, PLATFORM -> startPlatform(config);
      case MEDIA -> EdgeWiring.start(config, clock);
    };
  }

  @Override
  public PasswordReset.Outcome resetPassword(ServerConfig config, String username) {
    return ServerWiring.resetPassword(config, clock, username);
  }

  @Override
  public DataDesk open(ServerConfig config) throws JobRefusedException {
    return OpenedData.open(config, clock);
  }

  @Override
  public Look look(ServerConfig config) throws IOException {
    return StoppedServer.look(config, clock);
  }

  @Override
  public Restore.Outcome restore(ServerConfig config, BackupArchive backup, boolean force) {
    return StoppedServer.restore(config, clock, backup, force);
  }

  @Override
  public StartedPlatform startPlatform(ServerConfig config) {
    return ServerWiring.start(config, clock);
  }
}
