package dev.streamgate.server.cli;

import dev.streamgate.server.cli.manual.ManualPage;
import dev.streamgate.server.foundation.ConfigReference;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the manual page.
@Command(
    name = "manual",
    description = {
      "Prints the manual page: all verbs, their options and the keys of the configuration.",
      "streamgate manual | man -l - shows it. The packages of Linux install it: man streamgate."
    },
    customSynopsis = "streamgate manual",
    mixinStandardHelpOptions = true)
final class ManualVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(new ManualPage(spec.parent(), ConfigReference.read(), Version.number()).text());
    out.flush();
    return 0;
  }
}
