package dev.streamgate.server.insight;

import dev.streamgate.server.audit.AuditAction;
import java.util.List;
import java.util.Optional;

/// What the audit trail says about tickets and events as they change, whichever process changed
/// them.
public interface Happenings {
  /// The newest row of the trail; 0 if there is none.
  long newest();

  /// At most `limit` rows about changes of tickets and events after a row, in their order.
  List<Happening> after(long row, int limit);

  /// One change.
  record Happening(
      long row, AuditAction action, Optional<String> eventId, Optional<String> ticketId) {}
}
