package dev.streamgate.server.staff;

/// Another account has this user name. It ends the transaction.
public final class UsernameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsernameTakenException(Throwable cause) {
    super("adding an account whose name is taken", cause);
  }
}
