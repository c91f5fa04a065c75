package dev.streamgate.server.foundation;

import java.sql.SQLException;

/// The database failed while we were doing something, which the message names.
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ROLLED_BACK = "40";

  public StorageException(String doing, Throwable cause) {
    super(doing, cause);
  }

  /// Whether it failed because somebody else wrote the same: a unique value was there already, or
  /// two transactions collided and this one had to give way (SQLSTATE 23505 and class 40).
  public boolean isConflict() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure && isConflict(failure)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.equals(UNIQUE_VIOLATION) || state.startsWith(ROLLED_BACK));
  }
}
