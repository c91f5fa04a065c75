package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.ShellWords;
import dev.streamgate.server.foundation.SecretsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether files with secrets are closed to other users.
final class SecretFilesCheck implements Check {
  private static final String SUBJECT = "Secret files";

  private final Path dataDirectory;
  private final List<Path> given;
  private final Caller caller;

  /// @param given files in which secrets are given, as `<KEY>_FILE` names them
  SecretFilesCheck(Path dataDirectory, List<Path> given, Caller caller) {
    this.dataDirectory = dataDirectory;
    this.given = List.copyOf(given);
    this.caller = caller;
  }

  @FunctionalInterface
  private interface Openness {
    boolean isTooWide(Path file) throws IOException;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(ownRights(SecretsFile.in(dataDirectory).path()));
    findings.addAll(ownRights(dataDirectory.resolve(ServerContact.FILE)));
    given.forEach(file -> findings.addAll(givenRights(file)));
    return findings;
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
      return List.of(Finding.fail(SUBJECT, FailureWords.of(e), SecretsCheck.AS_THE_SERVER));
    }
  }
}
