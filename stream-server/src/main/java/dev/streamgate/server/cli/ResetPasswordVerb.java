package dev.streamgate.server.cli;

import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.PasswordReset.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Gives an account a new password, by the server that runs on the data directory or, if there is
/// none, in its database.
@Command(
    name = "reset-password",
    description = {
      "Gives an account a new password, which must be changed at the next sign-in; the account's"
          + " sign-ins end.",
      "Uses the server that runs on DATA_DIR, or else its database: configuration as for serve."
    },
    customSynopsis = "streamgate reset-password [--account NAME] [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class ResetPasswordVerb implements Callable<Integer> {
  private final ServerStarter starter;
  private final DataDesks desks;

  @Spec private CommandSpec spec;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      defaultValue = SignInRequest.DEFAULT_USERNAME,
      description = "The account (default ${DEFAULT-VALUE}).")
  private String account = SignInRequest.DEFAULT_USERNAME;

  @Unmatched private List<String> settings = new ArrayList<>();

  ResetPasswordVerb(ServerStarter starter, DataDesks desks) {
    this.starter = starter;
    this.desks = desks;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Optional<RunningServer> server = desks.server(settings);
    return server.isPresent() ? byServer(server.get()) : inDatabase(desks.existing(settings));
  }

  private int byServer(RunningServer server) throws InterruptedException, IOException {
    try {
      return told(
          Objects.requireNonNull(
              server.send(ServerCommand.toResetPassword(account)).password(), "password"));
    } catch (JobRefusedException refused) {
      return fail(refused.getMessage() + ".");
    }
  }

  private int inDatabase(ServerConfig config) {
    if (config.role() == Role.MEDIA) {
      return fail("A server of role media has no accounts.");
    }
    return switch (starter.resetPassword(config, account)) {
      case Outcome.Reset(String password) -> told(password);
      case Outcome.Unknown() -> fail("Account not found.");
      case Outcome.Fixed() -> fail("This password is set in the server configuration.");
    };
  }

  private int told(String password) {
    spec.commandLine()
        .getOut()
        .println("Sign in as \"" + account + "\" with password: " + password);
    spec.commandLine()
        .getOut()
        .println("This password is shown once and must be changed at the first sign-in.");
    return 0;
  }

  private int fail(String reason) {
    spec.commandLine().getErr().println(reason);
    return 1;
  }
}
