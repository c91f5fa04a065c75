package dev.streamgate.server;

import dev.streamgate.server.cli.CommandLineInterface;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.time.InstantSource;

/// The program's entry: a verb, and what it needs.
public final class StreamGate {
  private StreamGate() {}

  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    int status =
        CommandLineInterface.run(
            arguments, new Servers(clock), new BcryptPasswords(), clock, System.getenv());
    System.exit(status);
  }
}
