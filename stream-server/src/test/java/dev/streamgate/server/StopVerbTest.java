package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.CommandLineInterface;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The verbs for a server that runs already, with a server process of its own.
@Timeout(120)
class StopVerbTest {
  @TempDir Path folder;

  @Test
  void aServerIsStoppedCleanlyAndOnce() throws IOException {
    try (ServerProcess _ = ServerProcess.start(folder)) {
      assertThat(run("stop")).isZero();

      assertThat(folder.resolve("data").resolve(ServerContact.FILE)).doesNotExist();
      assertThat(run("stop")).isEqualTo(1);
    }
    assertThat(Files.readString(folder.resolve("out"))).contains("Shutdown complete");
  }

  @Test
  void aServerThatWasKilledIsNotTakenForARunningOne() throws IOException {
    try (ServerProcess process = ServerProcess.start(folder)) {
      process.kill();

      assertThat(folder.resolve("data").resolve(ServerContact.FILE)).exists();
      assertThat(run("stop")).isEqualTo(1);
    }
  }

  /// After a crash of the machine another process may have the number that the server had.
  @Test
  void whoeverHasTheNumberOfAKilledServerIsNotTakenForIt() throws IOException {
    Path file = folder.resolve("data").resolve(ServerContact.FILE);
    try (ServerProcess process = ServerProcess.start(folder)) {
      process.kill();
    }
    String contact = Files.readString(file);
    String mine = "\"pid\":" + ProcessHandle.current().pid();
    Files.writeString(file, contact.replaceFirst("\"pid\":\\d+", mine));
    assertThat(Files.readString(file)).contains(mine);

    assertThat(run("stop")).isEqualTo(1);
    assertThat(run("reset-password")).isZero();
  }

  @Test
  void aPasswordIsResetByWhoeverKnowsOfIt() throws IOException {
    try (ServerProcess _ = ServerProcess.start(folder)) {
      assertThat(run("reset-password")).isEqualTo(1);
      assertThat(run("reset-password", "--account", "nobody")).isEqualTo(1);
      assertThat(run("stop")).isZero();
    }
    assertThat(run("reset-password")).isZero();
  }

  /// In this process, with the configuration that only names the data directory.
  private int run(String... arguments) {
    InstantSource clock = InstantSource.system();
    return CommandLineInterface.run(
        arguments,
        new Servers(clock),
        new BcryptPasswords(),
        clock,
        Map.of("DATA_DIR", folder.resolve("data").toString()));
  }
}
