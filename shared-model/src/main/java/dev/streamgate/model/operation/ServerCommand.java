package dev.streamgate.model.operation;

import org.jspecify.annotations.Nullable;

/// A command to a server on the same machine.
///
/// @param command its name, such as {@link #STOP}
/// @param username the account it is about, if it is about one
public record ServerCommand(@Nullable String command, @Nullable String username) {
  /// Ends the server as SIGTERM does.
  public static final String STOP = "stop";

  /// Gives an account a new password, which must be changed at the next sign-in.
  public static final String RESET_PASSWORD = "reset-password";

  public static final ServerCommand TO_STOP = new ServerCommand(STOP, null);

  public static ServerCommand toResetPassword(String username) {
    return new ServerCommand(RESET_PASSWORD, username);
  }
}
