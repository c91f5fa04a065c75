package dev.streamgate.server.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Forgets rows of the audit trail when their time is over (Spec, amendments:
/// `AUDIT_RETENTION_DAYS`). They go in small batches, each in a transaction of its own, so that
/// nobody who writes a row waits for long.
public final class AuditRetention {
  private static final int BATCH = 500;

  /// Bounds one run; what is left goes with the next one.
  private static final int MOST_BATCHES = 200;

  private final AuditLog log;
  private final Duration kept;
  private final InstantSource clock;

  /// @param kept how long a row is kept
  public AuditRetention(AuditLog log, Duration kept, InstantSource clock) {
    this.log = log;
    this.kept = kept;
    this.clock = clock;
  }

  /// Deletes what is too old; called every few minutes.
  ///
  /// @return how many rows it deleted
  public int tidy() {
    Instant limit = clock.instant().minus(kept);
    int deleted = 0;
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      int gone = log.deleteOlderThan(limit, BATCH);
      deleted += gone;
      if (gone < BATCH) {
        break;
      }
    }
    return deleted;
  }
}
