package dev.streamgate.server.tickets;

/// A code was free when it was looked for, and belonged to another ticket when it was written. It
/// ends the transaction; whoever tries again sees the other ticket.
public final class CodeTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CodeTakenException(Throwable cause) {
    super("writing tickets whose codes were taken meanwhile", cause);
  }
}
