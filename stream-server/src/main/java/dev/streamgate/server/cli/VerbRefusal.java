package dev.streamgate.server.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says that there is no such verb, and which one may have been meant. All else that is typed
/// wrongly is refused as picocli does it.
record VerbRefusal(IParameterExceptionHandler usual) implements IParameterExceptionHandler {
  private static final int USAGE = 2;
  private static final int MOST = 2;

  @Override
  public int handleParseException(ParameterException wrong, String[] typed) throws Exception {
    CommandLine program = wrong.getCommandLine();
    if (wrong instanceof UnmatchedArgumentException unknown
        && program.getParent() == null
        && !unknown.isUnknownOption()) {
      tell(program, unknown);
      return USAGE;
    }
    return usual.handleParseException(wrong, typed);
  }

  private static void tell(CommandLine program, UnmatchedArgumentException unknown) {
    PrintWriter err = program.getErr();
    List<String> meant =
        unknown.getSuggestions().stream()
            .map(it -> it.replaceFirst(".* ", ""))
            .filter(it -> isOffered(program, it))
            .limit(MOST)
            .toList();
    String question = meant.isEmpty() ? "" : " Did you mean " + String.join(" or ", meant) + "?";
    err.println("There is no verb \"" + unknown.getUnmatched().getFirst() + "\"." + question);
    err.println("All verbs: " + CommandName.typed() + " help");
    err.flush();
  }

  private static boolean isOffered(CommandLine program, String verb) {
    CommandLine found = program.getSubcommands().get(verb);
    return found != null && !found.getCommandSpec().usageMessage().hidden();
  }
}
