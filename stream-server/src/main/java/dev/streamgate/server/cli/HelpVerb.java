package dev.streamgate.server.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// Prints what `--help` prints, of the program or of a verb.
@Command(
    name = "help",
    description = "Says what verbs there are, or more of one of them.",
    customSynopsis = "streamgate help [VERB]",
    helpCommand = true,
    mixinStandardHelpOptions = true)
final class HelpVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "The verb.")
  private @Nullable String verb;

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    CommandLine asked =
        verb == null
            ? program
            : Optional.ofNullable(program.getSubcommands().get(verb))
                .orElseThrow(() -> new UnmatchedArgumentException(program, List.of(verb)));
    asked.usage(program.getOut());
    return 0;
  }
}
