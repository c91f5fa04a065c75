package dev.streamgate.server.audit;

import org.jspecify.annotations.Nullable;

/// One line of the audit trail. Never holds a code, token or password.
///
/// @param reason a short machine word, such as `expired`
/// @param detail a sentence for people
public record AuditEntry(
    AuditAction action,
    Requester requester,
    @Nullable String eventId,
    @Nullable String ticketId,
    @Nullable String sessionId,
    @Nullable String reason,
    @Nullable String detail) {

  public static AuditEntry of(AuditAction action, Requester requester) {
    return new AuditEntry(action, requester, null, null, null, null, null);
  }

  public AuditEntry event(String id) {
    return new AuditEntry(action, requester, id, ticketId, sessionId, reason, detail);
  }

  public AuditEntry ticket(String id) {
    return new AuditEntry(action, requester, eventId, id, sessionId, reason, detail);
  }

  public AuditEntry session(String id) {
    return new AuditEntry(action, requester, eventId, ticketId, id, reason, detail);
  }

  public AuditEntry reason(String word) {
    return new AuditEntry(action, requester, eventId, ticketId, sessionId, word, detail);
  }

  public AuditEntry detail(String sentence) {
    return new AuditEntry(action, requester, eventId, ticketId, sessionId, reason, sentence);
  }
}
