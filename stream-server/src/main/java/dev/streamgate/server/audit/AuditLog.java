package dev.streamgate.server.audit;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.json.PageRequest;
import java.time.Instant;
import java.util.List;

/// Reads the audit trail, and lets its end go.
public interface AuditLog {
  /// One page of rows, the newest first.
  List<AuditLogEntry> page(AuditFilter filter, PageRequest page);

  /// How many rows there are, counted up to `most`: nobody waits for a count of millions.
  long count(AuditFilter filter, long most);

  /// Deletes the oldest rows from before an instant, `most` of them at the most.
  ///
  /// @return how many it deleted
  int deleteOlderThan(Instant instant, int most);
}
