package dev.streamgate.server.foundation;

import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;

/// Writes failures into the log: in one line if the reason is known, so that whoever reads finds
/// it, and with all that is known of them if it is not.
public final class FailureLog {
  private static final String AWAY = "The database cannot be reached, or does not answer";

  private static final String BUSY =
      "None of the connections to the database came free in time: it is slow, or does not answer";

  private FailureLog() {}

  /// Writes one down.
  ///
  /// @param doing what failed, such as "answering POST"
  public static void tell(Logger log, String doing, Throwable failure) {
    Optional<String> reason = reason(failure);
    if (reason.isPresent()) {
      log.error("{} failed: {}. {}", doing, failure.getMessage(), reason.get());
      log.debug("{} failed in this way", doing, failure);
    } else {
      log.error("{} failed", doing, failure);
    }
  }

  private static Optional<String> reason(Throwable failure) {
    return DatabaseAilment.of(failure)
        .map(DatabaseAilment::text)
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
