package dev.streamgate.console;

import java.util.List;
import java.util.Optional;

/// What the console was started with: `--server URL` fills in the address of the server.
record ConsoleArguments(Optional<String> server) {
  private static final String SERVER = "--server";

  static ConsoleArguments read(List<String> arguments) {
    Optional<String> joined =
        arguments.stream()
            .filter(argument -> argument.startsWith(SERVER + "="))
            .map(argument -> argument.substring(SERVER.length() + 1))
            .findFirst();
    int at = arguments.indexOf(SERVER);
    boolean separate = at >= 0 && at + 1 < arguments.size();
    return new ConsoleArguments(
        joined.or(() -> separate ? Optional.of(arguments.get(at + 1)) : Optional.empty()));
  }
}
