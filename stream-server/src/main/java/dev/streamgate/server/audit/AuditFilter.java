package dev.streamgate.server.audit;

import java.time.Instant;
import java.util.Optional;

/// Which rows of the audit trail are wanted; what is empty does not matter.
///
/// @param since the first instant
/// @param until the first instant no longer wanted
public record AuditFilter(
    Optional<AuditAction> action,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> eventId,
    Optional<String> ticketId,
    Optional<String> sessionId) {
  /// Every row.
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// The rows about a ticket.
  public static AuditFilter ofTicket(String id) {
    return new AuditFilter(
        ALL.action, ALL.since, ALL.until, ALL.eventId, Optional.of(id), ALL.sessionId);
  }

  /// The rows about a session.
  public static AuditFilter ofSession(String id) {
    return new AuditFilter(
        ALL.action, ALL.since, ALL.until, ALL.eventId, ALL.ticketId, Optional.of(id));
  }

  /// Those of these rows that tell of one action.
  public AuditFilter only(AuditAction wanted) {
    return new AuditFilter(Optional.of(wanted), since, until, eventId, ticketId, sessionId);
  }
}
