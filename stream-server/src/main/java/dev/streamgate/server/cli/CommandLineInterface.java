package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import dev.streamgate.server.staff.PasswordHasher;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The program's verbs. Exit status: 0 done, 1 failed, 2 wrong configuration or usage, or a
/// database that is damaged. What ended with 1 may work when it is tried again.
@Command(
    name = "streamgate",
    description = "Gate for live and recorded HLS streams: codes in, video out.",
    synopsisSubcommandLabel = "<verb>",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class CommandLineInterface implements Runnable {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String[] PLAIN_SERVE = {ServeVerb.NAME};

  @Spec private CommandSpec spec;

  private CommandLineInterface() {}

  /// Runs the verb that the arguments name and returns the exit status.
  public static int run(
      String[] arguments,
      ServerStarter starter,
      PasswordHasher hasher,
      InstantSource clock,
      Map<String, String> environment) {
    DataDesks desks = new DataDesks(starter, environment);
    if (Arrays.equals(arguments, PLAIN_SERVE)) {
      return serve(starter, desks, clock);
    }
    SecureRandom random = new SecureRandom();
    CommandLine program = new CommandLine(new CommandLineInterface());
    program
        .addSubcommand(new ServeVerb(starter, desks))
        .addSubcommand(new StopVerb(desks))
        .addSubcommand(new DemoVerb(starter, hasher, random, clock))
        .addSubcommand(new SeedVerb(desks))
        .addSubcommand(new CreateEventVerb(desks))
        .addSubcommand(new AddVodVerb(desks, clock))
        .addSubcommand(new BackupVerb(desks, clock))
        .addSubcommand(new RestoreVerb(starter, desks))
        .addSubcommand(new DoctorVerb(starter, desks, Installation.known(), clock))
        .addSubcommand(new ResetPasswordVerb(starter, desks))
        .addSubcommand(new RehearseVerb(starter, hasher, random, clock))
        .addSubcommand(new HashPasswordVerb(new TerminalInput(), hasher))
        .addSubcommand(new GenerateSecretVerb(random))
        .addSubcommand(new ConsoleVerb())
        .addSubcommand(new CompletionVerb())
        .addSubcommand(new ManualVerb())
        .addSubcommand(new HelpVerb())
        .setParameterExceptionHandler(new VerbRefusal(program.getParameterExceptionHandler()))
        .setExecutionExceptionHandler(
            (failure, verb, parsed) -> report(failure, verb.getErr(), clock));
    program
        .getSubcommands()
        .values()
        .forEach(verb -> verb.getCommandSpec().versionProvider(new Version()));
    return new Printed(System.out, printer(System.err)).statusOf(program.execute(arguments));
  }

  /// What picocli would do, which takes a fifth of a start to find out (ADR 0037).
  private static int serve(ServerStarter starter, DataDesks desks, InstantSource clock) {
    try {
      new Serving(starter, desks, printer(System.out)).run(List.of());
      return 0;
    } catch (InterruptedException | RuntimeException e) {
      return report(e, printer(System.err), clock);
    }
  }

  private static PrintWriter printer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which verb?");
  }

  private static int report(Exception failure, PrintWriter err, InstantSource clock) {
    if (failure instanceof ConfigurationException configuration) {
      configuration.problems().forEach(err::println);
      return configuration.maySolveItself() ? FAILED : USAGE;
    }
    if (failure instanceof DamagedDatabaseException damage) {
      DamageRemedy.lines(damage, clock.instant()).forEach(err::println);
      return USAGE;
    }
    if (failure instanceof JobRefusedException refused) {
      err.println(refused.getMessage() + ".");
      return refused.isWronglyOrdered() ? USAGE : FAILED;
    }
    err.println("Failed: " + FailureWords.of(failure));
    if (FailureWords.isFullDisk(failure)) {
      err.println("Make room on that disk, and repeat the command.");
    }
    return FAILED;
  }
}
