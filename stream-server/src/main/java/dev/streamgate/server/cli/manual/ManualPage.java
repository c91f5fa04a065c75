package dev.streamgate.server.cli.manual;

import dev.streamgate.server.foundation.ConfigReference;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page streamgate(1): what the verbs say of themselves, and the configuration.
public final class ManualPage {
  private static final String NAME = "streamgate";

  private final CommandSpec program;
  private final List<ConfigReference.Entry> keys;
  private final String version;

  public ManualPage(CommandSpec program, List<ConfigReference.Entry> keys, String version) {
    this.program = program;
    this.keys = List.copyOf(keys);
    this.version = version;
  }

  /// The page as man(7) has it, ASCII alone.
  public String text() {
    Roff page = new Roff();
    page.command("TH", "STREAMGATE", "1", "", "StreamGate " + version, "StreamGate");
    page.command("SH", "NAME").words(NAME + " - codes in front of live and recorded HLS streams");
    page.command("SH", "SYNOPSIS").words(NAME + " VERB [OPTION …] [--KEY=value …]");
    describe(page);
    page.command("SH", "VERBS");
    program.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(verb -> !verb.usageMessage().hidden())
        .forEach(verb -> add(page, verb));
    page.command("SH", "CONFIGURATION")
        .words(
            "Of several places the last counts: application.yaml in the current folder, the"
                + " environment, --KEY=value. KEY_FILE names a file that holds a value.");
    keys.forEach(key -> add(page, key));
    end(page);
    return page.toString();
  }

  private static void describe(Roff page) {
    page.command("SH", "DESCRIPTION")
        .words(
            "StreamGate stands between an HLS stream and its audience: whoever holds a valid code"
                + " may watch. Verbs that need data have the server do it that runs on DATA_DIR; if"
                + " none runs, they open its database themselves.");
    page.command("SH", "OPTIONS")
        .explained("-h, --help", "", "Says more of a verb, as does: streamgate help VERB.")
        .explained("-V, --version", "", "Prints the version.");
  }

  private static void add(Roff page, CommandSpec verb) {
    page.command("SS", synopsis(verb));
    for (String words : verb.usageMessage().description()) {
      page.paragraph(words);
    }
    verb.positionalParameters()
        .forEach(it -> page.explained(it.paramLabel(), "", String.join(" ", it.description())));
    options(verb)
        .forEach(
            it -> page.explained(it.longestName(), value(it), String.join(" ", it.description())));
  }

  private static void add(Roff page, ConfigReference.Entry key) {
    String end = key.standard().isEmpty() ? "" : "\nWhen not given: " + key.standard();
    page.explained(key.key().name(), "", key.words() + end);
  }

  private static void end(Roff page) {
    page.command("SH", "EXIT STATUS")
        .explained("0", "", "Done.")
        .explained("1", "", "Failed; it may work the next time.")
        .explained("2", "", "Wrong configuration or usage, or no data where a verb needs some.");
    page.command("SH", "ENVIRONMENT")
        .explained("STREAMGATE_JAVA_OPTS", "", "Further options of the Java machine, by blanks.");
    page.command("SH", "FILES")
        .explained("/etc/streamgate/streamgate.env", "", "The configuration of the service.")
        .explained("/var/lib/streamgate", "", "The data of the service.")
        .explained("application.yaml", "", "Configuration, in the current folder.");
  }

  private static String synopsis(CommandSpec verb) {
    String[] given = verb.usageMessage().customSynopsis();
    return given.length > 0
        ? String.join(" ", given)
        : Stream.concat(
                Stream.of(NAME, verb.name()),
                options(verb).map(it -> "[" + (it.longestName() + " " + value(it)).strip() + "]"))
            .collect(Collectors.joining(" "));
  }

  /// Those that only this verb has.
  private static Stream<OptionSpec> options(CommandSpec verb) {
    return verb.options().stream()
        .filter(it -> !it.hidden() && !it.usageHelp() && !it.versionHelp());
  }

  private static String value(ArgSpec option) {
    return option.arity().max() == 0 ? "" : option.paramLabel();
  }
}
