package dev.streamgate.server.foundation;

import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;

/// Why something failed, where that is known: it is the database, and not what was done.
///
/// @param code for programs
/// @param text a sentence for operators, without its full stop
public record FailureReason(String code, String text) {
  private static final FailureReason AWAY =
      new FailureReason("database_away", "The database cannot be reached, or does not answer");

  private static final FailureReason BUSY =
      new FailureReason(
          "database_busy",
          "None of the connections to the database came free in time: it is slow, or does not answer");

  /// The reason of a failure; empty if nobody knows it.
  public static Optional<FailureReason> of(Throwable failure) {
    return DatabaseAilment.of(failure)
        .map(it -> new FailureReason(it.code(), it.text()))
        .or(() -> isAway(failure) ? Optional.of(AWAY) : Optional.empty())
        .or(() -> isBusy(failure) ? Optional.of(BUSY) : Optional.empty());
  }

  private static boolean isAway(Throwable failure) {
    return SqlState.of(failure).filter(SqlState::isOfConnections).isPresent()
        || unconnected(failure).anyMatch(it -> it.getCause() != null);
  }

  /// Where making a connection had failed, that would be the cause.
  private static boolean isBusy(Throwable failure) {
    return unconnected(failure).findAny().isPresent();
  }

  private static Stream<Throwable> unconnected(Throwable failure) {
    return SystemRefusal.ofDatabase(failure)
        .filter(SQLTransientConnectionException.class::isInstance);
  }
}
