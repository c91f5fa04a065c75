package dev.streamgate.server.cli;

import dev.streamgate.model.operation.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Stops the server that runs on the data directory, as SIGTERM does, and waits for its end.
@Command(
    name = "stop",
    description = {
      "Stops the server that runs on the data directory, and waits for its end.",
      "DATA_DIR says which: from application.yaml in this directory, the environment, or"
          + " --DATA_DIR=…"
    },
    customSynopsis = "streamgate stop [--DATA_DIR=<folder>]",
    mixinStandardHelpOptions = true)
final class StopVerb implements Callable<Integer> {
  /// Running answers have ten seconds; the rest is quick.
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final DataDesks desks;

  @Spec private CommandSpec spec;
  @Unmatched private List<String> settings = new ArrayList<>();

  StopVerb(DataDesks desks) {
    this.desks = desks;
  }

  @Override
  public Integer call() throws InterruptedException, IOException, JobRefusedException {
    Optional<RunningServer> server = desks.server(settings);
    if (server.isEmpty()) {
      return nothingToStop(desks.directory(settings).toAbsolutePath().normalize());
    }
    order(server.get());
    if (!server.get().awaitEnd(LONGEST_END)) {
      return fail("The server was told to stop and has not ended yet.");
    }
    spec.commandLine().getOut().println("The server has stopped.");
    return 0;
  }

  /// Whether it does what it gave no answer to shows by its end.
  private static void order(RunningServer server)
      throws IOException, InterruptedException, JobRefusedException {
    try {
      server.send(ServerCommand.TO_STOP);
    } catch (LostServerException e) {
      if (!e.mayBeDone()) {
        throw e;
      }
    }
  }

  /// Where there is none, it may be another one that is meant.
  private int nothingToStop(Path data) {
    fail("No server is running on " + data + ".");
    if (!data.equals(MissingData.INSTALLED)) {
      fail("If it runs on other data, say which: --DATA_DIR=…");
      fail(
          "If StreamGate is installed as a package, its data is in %s: sudo systemctl stop streamgate"
              .formatted(MissingData.INSTALLED));
    }
    return 1;
  }

  private int fail(String reason) {
    spec.commandLine().getErr().println(reason);
    return 1;
  }
}
