package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.ShellWords;
import dev.streamgate.server.foundation.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The folder with everything the server keeps.
final class DataDirectoryCheck implements Check {
  private static final String SUBJECT = "Data directory";

  private final Path directory;
  private final Optional<ServerContact> server;
  private final Caller caller;

  DataDirectoryCheck(Path directory, Optional<ServerContact> server, Caller caller) {
    this.directory = directory.toAbsolutePath().normalize();
    this.server = server;
    this.caller = caller;
  }

  @Override
  public List<Finding> findings() {
    try {
      return List.of(finding());
    } catch (IOException e) {
      return List.of(
          Finding.fail(
              SUBJECT, FailureWords.of(e), "run this as the user that the server runs as"));
    }
  }

  private Finding finding() throws IOException {
    if (!Files.exists(directory)) {
      return Files.isWritable(Places.existing(directory))
          ? Finding.ok(SUBJECT, directory + " is made at the first start")
          : Finding.fail(
              SUBJECT,
              directory + " is missing and cannot be made",
              "make it, owned by the user that the server runs as");
    }
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      return Finding.fail(
          SUBJECT,
          directory + " is no folder that this user may write to",
          "run this as the user that the server runs as, or give it that folder");
    }
    String nobody =
        DataDirectory.isHeld(directory) ? "another process has it" : "no server runs on it";
    String used =
        server.map(it -> "the server of process " + it.pid() + " runs on it").orElse(nobody);
    return FileRights.isOpenToOthers(directory)
        ? Finding.warn(
            SUBJECT,
            directory + " is open to other users",
            caller.sudoFor(directory) + "chmod 700 " + ShellWords.quoted(directory))
        : Finding.ok(SUBJECT, directory + ", " + used);
  }
}
