package dev.streamgate.server.foundation;

import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;

/// Writes failures into the log: in one line if the reason is known, so that whoever reads finds
/// it, and with all that is known of them if it is not.
public final class FailureLog {
  private static final String AWAY = "The database cannot be reached, or does not answer";

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
        .or(() -> isAway(failure) ? Optional.of(AWAY) : Optional.empty());
  }

  private static boolean isAway(Throwable failure) {
    return SqlState.of(failure).filter(SqlState::isOfConnections).isPresent()
        || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(SQLTransientConnectionException.class::isInstance);
  }
}
