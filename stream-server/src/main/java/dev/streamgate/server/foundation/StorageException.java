package dev.streamgate.server.foundation;

/// The database failed while we were doing something, which the message names. What its failure
/// means, {@link SqlState} knows.
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageException(String doing, Throwable cause) {
    super(doing, cause);
  }
}
