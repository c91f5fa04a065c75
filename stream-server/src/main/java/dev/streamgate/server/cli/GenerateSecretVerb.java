package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.Secrets;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints a random secret.
@Command(
    name = "generate-secret",
    description = "Prints 64 random hex characters.",
    mixinStandardHelpOptions = true)
final class GenerateSecretVerb implements Callable<Integer> {
  private final SecureRandom random;

  @Spec private CommandSpec spec;

  @Option(
      names = "--env",
      description = "Print the lines PLAYBACK_SIGNING_SECRET=… and INTERNAL_API_KEY=… instead.")
  private boolean asEnvironment;

  GenerateSecretVerb(SecureRandom random) {
    this.random = random;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (asEnvironment) {
      out.println(ConfigKey.PLAYBACK_SIGNING_SECRET + "=" + Secrets.generate(random));
      out.println(ConfigKey.INTERNAL_API_KEY + "=" + Secrets.generate(random));
    } else {
      out.println(Secrets.generate(random));
    }
    return 0;
  }
}
