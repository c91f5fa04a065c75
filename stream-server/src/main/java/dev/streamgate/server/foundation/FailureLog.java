package dev.streamgate.server.foundation;

import java.util.Optional;
import org.slf4j.Logger;

/// Writes failures into the log: in one line if the reason is known, so that whoever reads finds
/// it, and with all that is known of them if it is not.
public final class FailureLog {
  private FailureLog() {}

  /// Writes one down.
  ///
  /// @param doing what failed, such as "answering POST"
  public static void tell(Logger log, String doing, Throwable failure) {
    Optional<FailureReason> reason = FailureReason.of(failure);
    if (reason.isPresent()) {
      log.error("{} failed: {}. {}", doing, failure.getMessage(), reason.get().text());
      log.debug("{} failed in this way", doing, failure);
    } else {
      log.error("{} failed", doing, failure);
    }
  }
}
