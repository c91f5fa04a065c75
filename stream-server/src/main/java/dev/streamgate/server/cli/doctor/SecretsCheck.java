package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.ShellWords;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.SecretsFile;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether there are secrets, and whether they are.
final class SecretsCheck implements Check {
  private static final String SUBJECT = "Secrets";

  private final ServerConfig config;
  private final List<Path> secretFiles;
  private final Caller caller;

  /// @param secretFiles files in which secrets are given, as `<KEY>_FILE` names them
  SecretsCheck(ServerConfig config, List<Path> secretFiles, Caller caller) {
    this.config = config;
    this.caller = caller;
    this.secretFiles = List.copyOf(secretFiles);
  }

  @FunctionalInterface
  private interface Openness {
    boolean isTooWide(Path file) throws IOException;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Path kept = SecretsFile.in(config.dataDirectory()).path();
    findings.addAll(ownRights(kept));
    findings.addAll(ownRights(config.dataDirectory().resolve(ServerContact.FILE)));
    secretFiles.forEach(file -> findings.addAll(givenRights(file)));
    findings.add(known(kept));
    return findings;
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

  /// Of files that the server writes.
  private List<Finding> ownRights(Path file) {
    return rights(file, FileRights::isOpenToOthers, "chmod 600 ");
  }

  /// Of files that somebody gives it, who may own them and let the server read by its group.
  private List<Finding> givenRights(Path file) {
    return rights(file, FileRights::isOpenBeyondItsGroup, "chmod g-w,o-rwx ");
  }

  private List<Finding> rights(Path file, Openness openness, String remedy) {
    try {
      return Files.exists(file) && openness.isTooWide(file)
          ? List.of(
              Finding.fail(
                  SUBJECT,
                  "other users may read " + file,
                  caller.sudoFor(file) + remedy + ShellWords.quoted(file)))
          : List.of();
    } catch (IOException e) {
      return List.of(
          Finding.fail(
              SUBJECT, FailureWords.of(e), "run this as the user that the server runs as"));
    }
  }
}
