package dev.streamgate.server.foundation;

/// The database failed while we were doing something, which the message names. What its failure
/// means, {@link SqlState} and {@link DatabaseAilment} know.
public sealed class StorageException extends RuntimeException permits DamagedDatabaseException {
  private static final long serialVersionUID = 1L;

  public StorageException(String doing, Throwable cause) {
    super(doing, cause);
  }
}
