package dev.streamgate.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.CommandLineInterface;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  /// Its start has not come to its end then.
  @Test
  void aServerThatIsToldToEndAtItsFirstAnswerEndsInOrder()
      throws IOException, InterruptedException {
    String port = FreePorts.take(1).getFirst().toString();
    Process server = ServerProcess.launch(folder, Map.of("PORT", port), List.of());
    try {
      while (!answers(port)) {
        assertThat(server.isAlive()).isTrue();
        Thread.sleep(1);
      }
      server.toHandle().destroy();

      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isZero();
      assertThat(server.inputReader().lines()).anyMatch(it -> it.endsWith("Shutdown complete"));
    } finally {
      server.destroyForcibly();
    }
  }

  private static boolean answers(String port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
      socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(12), UTF_8).endsWith("200");
    } catch (IOException e) {
      return false;
    }
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
