package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.staff.PasswordHasher;
import dev.streamgate.server.staff.Passwords;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Asks for a password twice and prints its hash as a line of configuration.
@Command(
    name = "hash-password",
    description = "Asks for a password twice and prints ADMIN_PASSWORD_HASH=<bcrypt, cost 12>.",
    mixinStandardHelpOptions = true)
final class HashPasswordVerb implements Callable<Integer> {
  private final HiddenInput input;
  private final PasswordHasher hasher;

  @Spec private CommandSpec spec;

  HashPasswordVerb(HiddenInput input, PasswordHasher hasher) {
    this.input = input;
    this.hasher = hasher;
  }

  @Override
  public Integer call() {
    String password = input.read("Password: ");
    if (Passwords.isTooShort(password)) {
      return refuse("Password must be at least 8 characters.");
    }
    if (Passwords.isTooLong(password)) {
      return refuse("Password must be at most 72 bytes.");
    }
    if (!password.equals(input.read("Repeat the password: "))) {
      return refuse("Passwords do not match.");
    }
    spec.commandLine()
        .getOut()
        .println(ConfigKey.ADMIN_PASSWORD_HASH + "=" + hasher.hash(password));
    return 0;
  }

  private int refuse(String reason) {
    spec.commandLine().getErr().println(reason);
    return 1;
  }
}
