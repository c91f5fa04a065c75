package dev.streamgate.console;

import java.util.List;
import java.util.Optional;

/// What the console was started with.
///
/// @param server `--server URL` fills in the address of the server
/// @param isRehearsal `--rehearse` ends the console as soon as it can be seen, so that the Java
///   machine learns what a start needs
record ConsoleArguments(Optional<String> server, boolean isRehearsal) {
  private static final String SERVER = "--server";
  private static final String REHEARSAL = "--rehearse";

  static ConsoleArguments read(List<String> arguments) {
    Optional<String> joined =
        arguments.stream()
            .filter(argument -> argument.startsWith(SERVER + "="))
            .map(argument -> argument.substring(SERVER.length() + 1))
            .findFirst();
    int at = arguments.indexOf(SERVER);
    boolean separate = at >= 0 && at + 1 < arguments.size();
    return new ConsoleArguments(
        joined.or(() -> separate ? Optional.of(arguments.get(at + 1)) : Optional.empty()),
        arguments.contains(REHEARSAL));
  }
}
