package dev.streamgate.server.sessions;

/// Somebody else took the slot a moment before. Ends the transaction, since the database may not go
/// on with it.
public final class SlotTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SlotTakenException(Throwable cause) {
    super("taking a slot", cause);
  }
}
