package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.SecretsFile;
import dev.streamgate.server.foundation.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether there are all the secrets that a server of this role needs.
final class SecretsCheck implements Check {
  private static final String SUBJECT = "Secrets";

  private final ServerConfig config;

  SecretsCheck(ServerConfig config) {
    this.config = config;
  }

  @Override
  public List<Finding> findings() {
    return List.of(known(SecretsFile.in(config.dataDirectory()).path()));
  }

  private Finding known(Path kept) {
    boolean makesItsOwn =
        config.role() == Role.ALL && !config.database().isPostgresql() && !Files.exists(kept);
    if (makesItsOwn) {
      return Finding.ok(SUBJECT, "what is not configured is made at the first start");
    }
    try {
      Secrets.known(config.secrets(), config.dataDirectory());
      return Finding.ok(SUBJECT, Files.exists(kept) ? "are in " + kept : "are configured");
    } catch (ConfigurationException e) {
      return Finding.fail(
          SUBJECT, String.join("; ", e.problems()), "streamgate generate-secret --env");
    }
  }
}
