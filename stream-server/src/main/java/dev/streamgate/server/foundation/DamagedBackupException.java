package dev.streamgate.server.foundation;

/// A file is no backup, or not a whole one; the message names what is wrong with which part of it.
public final class DamagedBackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedBackupException(String reason) {
    super(reason);
  }

  DamagedBackupException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
