package dev.streamgate.server;

import dev.streamgate.server.cli.CommandLineInterface;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A verb as somebody typed it, run in this process, and what came of it.
record TypedVerb(int status, String out, String err) {
  private static final Pattern LOG_LINE =
      Pattern.compile("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (DEBUG|INFO|WARN|ERROR) .*\\R?");

  /// @param environment the whole configuration
  static TypedVerb run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      InstantSource clock = InstantSource.system();
      int status =
          CommandLineInterface.run(
              arguments, new Servers(clock), new BcryptPasswords(), clock, environment);
      System.out.flush();
      System.err.flush();
      return new TypedVerb(status, said(out), said(err));
    } finally {
      System.setOut(before);
      System.setErr(errBefore);
    }
  }

  /// The log of the tests goes to the same stream.
  private static String said(ByteArrayOutputStream stream) {
    return LOG_LINE.matcher(stream.toString(StandardCharsets.UTF_8)).replaceAll("");
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
