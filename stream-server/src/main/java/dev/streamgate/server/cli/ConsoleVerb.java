package dev.streamgate.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Stands in for the console, which the scripts that start this program open by themselves, so that
/// help, manual and completion know of it.
@Command(
    name = "console",
    description = "Opens the desktop console for staff, a program of its own.",
    customSynopsis = "streamgate console [--server URL]",
    mixinStandardHelpOptions = true)
final class ConsoleVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--server", paramLabel = "URL", description = "The server's address.")
  private String server = "";

  @Override
  public Integer call() {
    String address = server.isEmpty() ? "" : ", and give it the address " + server;
    spec.commandLine()
        .getErr()
        .println("The console is a program of its own. Start StreamGate Console" + address + ".");
    return 1;
  }
}
