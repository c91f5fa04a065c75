package dev.streamgate.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Runs the server until the process is asked to end.
@Command(
    name = ServeVerb.NAME,
    description = {
      "Runs the server.",
      "Configuration: application.yaml in this directory, then the environment, then --KEY=value."
    },
    customSynopsis = "streamgate serve [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class ServeVerb implements Callable<Integer> {
  static final String NAME = "serve";

  private final ServerStarter starter;
  private final DataDesks desks;

  @Spec private CommandSpec spec;
  @Unmatched private List<String> settings = new ArrayList<>();

  ServeVerb(ServerStarter starter, DataDesks desks) {
    this.starter = starter;
    this.desks = desks;
  }

  @Override
  public Integer call() throws InterruptedException {
    new Serving(starter, desks, spec.commandLine().getOut()).run(settings);
    return 0;
  }
}
