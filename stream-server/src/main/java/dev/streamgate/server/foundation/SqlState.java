package dev.streamgate.server.foundation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a failure's SQLSTATE means. The codes are those of ISO 9075, with PostgreSQL's own one for
/// a deadlock.
public final class SqlState {
  static final String NOT_PERMITTED = "42501";

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ROLLED_BACK = "40";
  private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

  private SqlState() {}

  /// Whether a row with this key is already there.
  public static boolean isUniqueViolation(Throwable failure) {
    return of(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
  }

  /// Whether somebody else wrote the same at the same time: a row with this key is already there,
  /// or two transactions collided and this one had to give way (class 40).
  public static boolean isCollision(Throwable failure) {
    return isUniqueViolation(failure)
        || of(failure).filter(state -> state.startsWith(ROLLED_BACK)).isPresent();
  }

  /// Whether the database gave this transaction up in favour of another one; nothing of it remains,
  /// and it may well succeed the next time.
  static boolean isRepeatable(Throwable failure) {
    return of(failure).filter(GIVEN_UP::contains).isPresent();
  }

  /// Whether a state tells of the connection to the database (class 08).
  static boolean isOfConnections(String state) {
    return state.startsWith("08");
  }

  /// The code of the failure, or of whatever caused it.
  static Optional<String> of(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .filter(state -> state != null)
        .findFirst();
  }
}
