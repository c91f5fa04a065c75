package dev.streamgate.server.cli;

import dev.streamgate.server.cli.completion.Completable;
import dev.streamgate.server.cli.completion.Completable.Option;
import dev.streamgate.server.cli.completion.Shell;
import dev.streamgate.server.foundation.ConfigKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a script with which a shell completes verbs and options.
@Command(
    name = "completion",
    description = {
      "Prints a script with which a shell completes verbs and options.",
      "bash, zsh: source <(streamgate completion bash). fish: streamgate completion fish | source"
    },
    customSynopsis = "streamgate completion bash|zsh|fish",
    mixinStandardHelpOptions = true)
final class CompletionVerb implements Callable<Integer> {
  private static final List<Completable> FOR_DEVELOPERS =
      List.of(
          new Completable("test", "Runs every check there is.", List.of()),
          new Completable("format", "Brings the sources into their one form.", List.of()),
          new Completable("bench", "Measures.", List.of()),
          new Completable("package", "Makes installable packages.", List.of()),
          new Completable("clean", "Removes what was built.", List.of()));

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  @Override
  public Integer call() {
    Shell wanted =
        Arrays.stream(Shell.values())
            .filter(it -> it.name().equalsIgnoreCase(shell))
            .findFirst()
            .orElseThrow(() ->
                new CommandLine.ParameterException(
                    spec.commandLine(), "There is a script for bash, zsh and fish."));
    spec.commandLine().getOut().print(wanted.script(verbs()));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<Completable> verbs() {
    List<Completable> verbs = new ArrayList<>();
    for (CommandLine verb : spec.parent().subcommands().values()) {
      if (!verb.getCommandSpec().usageMessage().hidden()) {
        verbs.add(verb(verb.getCommandSpec()));
      }
    }
    if (isInSources()) {
      verbs.addAll(FOR_DEVELOPERS);
    }
    return verbs;
  }

  private static boolean isInSources() {
    return Optional.ofNullable(System.getProperty("streamgate.home"))
        .filter(home -> Files.exists(Path.of(home, "pom.xml")))
        .isPresent();
  }

  private static Completable verb(CommandSpec verb) {
    Stream<Option> own =
        verb.options().stream()
            .filter(it -> !it.hidden())
            .map(it -> new Option(it.longestName(), sentence(it)));
    Stream<Option> settings =
        verb.unmatchedArgsBindings().isEmpty()
            ? Stream.of()
            : Arrays.stream(ConfigKey.values())
                .filter(key -> !key.isSecret())
                .map(key -> new Option("--" + key + "=", "Configuration."));
    return new Completable(
        verb.name(),
        first(verb.usageMessage().description()),
        Stream.concat(own, settings).toList());
  }

  private static String sentence(OptionSpec option) {
    return first(option.description());
  }

  /// A shell has room for one sentence.
  private static String first(String[] lines) {
    String text = lines.length == 0 ? "" : lines[0];
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
