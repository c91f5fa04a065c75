package dev.streamgate.server.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Counts sessions for the operator's figures.
public interface SessionFigures {
  /// How many tickets have so many live sessions.
  Map<Integer, Long> ticketsBySessions(Instant now);

  /// The newest row of the audit trail; 0 if there is none.
  long newestRow();

  /// The sessions whose end was noted after a row of the audit trail, the first to end first.
  List<Ended> endedAfter(long row);

  /// A session that ended.
  ///
  /// @param row where the audit trail says so
  record Ended(long row, Duration length) {}
}
